let printable: RegExp | undefined;

/**
 * unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the space. The expression is made when
 * it is first needed: V8 looks up the characters of each \p{…}.
 */
export const isPrintable = (character: string): boolean =>
  (printable ??= new RegExp('^[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]$', 'u')).test(character);
