import type { Answer } from './answers';

/** A text that two readers answer differently. */
export interface Difference {
  readonly index: number;
  readonly text: string;
  readonly kind: string;
  /** Whether what is read differs, and not only the words about what cannot be read. */
  readonly isReading: boolean;
  readonly theirs: Answer;
  readonly ours: Answer;
}

/** What differs between two answers to a text. */
export function compare(text: string, theirs: Answer, ours: Answer): Omit<Difference, 'index'> | undefined {
  const found = (kind: string, isReading: boolean) => ({ text, kind, isReading, theirs, ours });
  const [theyRefuse, weRefuse] = [theirs.errors.length > 0, ours.errors.length > 0];
  if (theyRefuse && !weRefuse) return found(`only kubectl refuses: ${generic(theirs.errors[0])}`, true);
  if (weRefuse && !theyRefuse) return found(`only we refuse: ${generic(ours.errors[0])}`, true);
  if (shown(theirs.objects) !== shown(ours.objects)) return found('another value', true);
  const [said, says] = [theirs.errors.join('\n'), ours.errors.join('\n')];
  return said === says ? undefined : found(`other words: ${generic(theirs.errors[0])}`, false);
}

/** Ours are printed with escapes for what a terminal may take for a command. */
const shown = (objects: string) =>
  objects.replace(
    /[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** An error without what belongs to one text alone. */
const generic = (error: string) =>
  error
    .replace(/'.*'|"[^"]*"|`[^`]*`/gs, '…')
    .replace(/\d+/g, 'N')
    .slice(0, 120);
