import { PRINTABLE } from './format';

let printable: RegExp | undefined;

/** unicode.IsPrint. The expression is made when it is first needed. */
export const isPrintable = (character: string): boolean =>
  (printable ??= new RegExp(`^[${PRINTABLE}]$`, 'u')).test(character);
