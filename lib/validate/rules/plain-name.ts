import { trim } from '../../text/trim';
import type { NameFormat } from './names';

/** The same name with what is not allowed replaced, if that is enough. */
export function plainName(name: string, format: NameFormat): string | undefined {
  const plain = trim(withHyphens(name), '.-');
  return [plain, plain.replaceAll('.', '-')].find((text) => text && format(text).length === 0);
}

export const withHyphens = (name: string) => name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');

/** What to do about a name that is refused. */
export function renaming(name: string, format: NameFormat, otherwise: string): string {
  const plain = plainName(name, format);
  return plain === undefined ? otherwise : `rename it, for example to "${plain}"`;
}
