import { trim } from '../../text/trim';
import type { Field, Hint } from '../field';
import type { NameFormat } from './names';

/**
 * Reports a name that does not have its format, and suggests one that does.
 *
 * @param otherwise what to suggest if nothing similar has the format
 */
export function judgeNameFormat(name: string, format: NameFormat, at: Field, otherwise?: Hint): void {
  const messages = format(name);
  if (messages.length) at.invalidEach(name, messages, renamed(plainName(name, format)) ?? otherwise);
}

/** Reports the name of another object that cannot be one, and suggests what it is probably called. */
export function judgeReference(name: string, format: NameFormat, at: Field, otherwise?: Hint): void {
  const messages = format(name);
  if (messages.length) at.invalidEach(name, messages, probably(plainName(name, format)) ?? otherwise);
}

export const probably = (meant: string | undefined): Hint | undefined =>
  meant === undefined ? undefined : { suggestion: `did you mean "${meant}"?`, meant };

export const renamed = (meant: string | undefined): Hint | undefined =>
  meant === undefined ? undefined : { suggestion: `rename it, for example to "${meant}"`, meant };

/** The same name with what is not allowed replaced, if that is enough. */
export function plainName(name: string, format: NameFormat): string | undefined {
  const plain = trim(withHyphens(name), '.-');
  return [plain, plain.replaceAll('.', '-')].find((text) => text && format(text).length === 0);
}

export const withHyphens = (name: string) => name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
