import { closest } from './closest';
import type { Hint } from './field';

/** What to do about a word that is none of some choices: use the one that was probably meant, or any. */
export function among(word: string, choices: readonly string[]): Hint {
  const meant = word ? closest(word, choices) : undefined;
  if (meant !== undefined) return { suggestion: `did you mean "${meant}"?`, meant };
  return { suggestion: `use ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)!}` };
}
