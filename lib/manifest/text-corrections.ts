import { strangeCharacters, strangeOffset, withoutStrange } from '../text/strange-characters';

/** Something that may have been meant by what a text has, to be read again. */
export interface TextCorrection {
  /** The text as it was probably meant, of the same number of lines; the same text if nothing is wrong. */
  correct(text: string): string;
  /** What to do about a line; undefined if nothing is wrong with it. */
  advice(line: string): string | undefined;
  /** The column, from 0, of what is wrong with a line. */
  column(line: string): number;
}

const STRANGE_CHARACTERS: TextCorrection = {
  correct: withoutStrange,
  advice: strangeCharacters,
  column: strangeOffset,
};

/**
 * Comments as other languages have them: at the beginning of a line, or between spaces after what is not in
 * open quotes.
 */
const FOREIGN_COMMENT =
  /^([ \t]*(?:- )?(?=[/<])|(?:[^"'#\r\n\u2028\u2029]|"[^"\r\n\u2028\u2029]*"|'[^'\r\n\u2028\u2029]*')+?[ \t](?=(?:\/\/|\/\*|<!--)[ \t]))(?:\/\/|\/\*|<!--)/;

const FOREIGN_COMMENTS: TextCorrection = {
  correct: (text) => text.replace(new RegExp(FOREIGN_COMMENT, 'gm'), '$1#'),
  advice: (line) => (FOREIGN_COMMENT.test(line) ? 'comments begin with #' : undefined),
  column: (line) => FOREIGN_COMMENT.exec(line)?.[1].length ?? 0,
};

export const TEXT_CORRECTIONS: readonly TextCorrection[] = [FOREIGN_COMMENTS, STRANGE_CHARACTERS];
