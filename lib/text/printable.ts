/*
 * Expressions with \p{…} are not literals: V8 looks up the characters of a literal when it reads the file,
 * which takes longer than reading the rest of it.
 */

/**
 * Characters that a terminal acts on, or that hide or turn round what stands beside them; those that join
 * letters may stay.
 */
const unprintable = () => new RegExp('(?![\\u200c\\u200d])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]', 'gu');

/** Texts that need no look at each character. */
const PLAIN = /^[ -~]*$/;

/**
 * A text that a terminal shows and does not act on: in place of each control character stands a visible sign.
 */
export const printable = (text: string) =>
  PLAIN.test(text) ? text : text.replace(unprintable(), replacementOf);

/** A line of a file, printable, its tabs as two spaces. */
export const printableLine = (line: string) => printable(line.replaceAll('\t', '  '));

function replacementOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** Columns that a printable text takes in a terminal. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return [...new Intl.Segmenter().segment(text)].reduce(
    (columns, { segment }) => columns + widthOf(segment),
    0,
  );
}

function widthOf(character: string): number {
  if (new RegExp('^[\\p{M}\\u200c\\u200d]+$', 'u').test(character)) return 0;
  return isWide(character) ? 2 : 1;
}

/** East Asian characters of full width, and emoji: Unicode Standard Annex 11. */
const isWide = (character: string) =>
  new RegExp(
    [
      '^[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6]',
      '^[\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}]',
      '^\\p{Emoji_Presentation}',
      '\\ufe0f',
    ].join('|'),
    'u',
  ).test(character);
