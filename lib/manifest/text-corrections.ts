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

/** How other languages begin a comment. */
const ANY_MARK = /\/\/|\/\*|<!--/;
const MARK = new RegExp(ANY_MARK, 'y');

const FOREIGN_COMMENTS: TextCorrection = {
  correct: (text) => (ANY_MARK.test(text) ? text.split('\n').map(withComment).join('\n') : text),
  advice: (line) => (foreignComment(line) ? 'comments begin with #' : undefined),
  column: (line) => foreignComment(line)?.offset ?? 0,
};

interface ForeignComment {
  readonly offset: number;
  readonly mark: string;
}

function withComment(line: string): string {
  const comment = foreignComment(line);
  if (!comment) return line;
  return `${line.slice(0, comment.offset)}#${line.slice(comment.offset + comment.mark.length)}`;
}

/** A comment at the beginning of a line, or between spaces after what is not in quotes. */
function foreignComment(line: string): ForeignComment | undefined {
  const start = /^[ \t]*(?:- )?/.exec(line)![0].length;
  const first = markAt(line, start);
  if (first !== undefined) return { offset: start, mark: first };
  for (let offset = start; offset < line.length; offset++) {
    const char = line[offset];
    if (char === '#') return undefined;
    if (char === '"' || char === "'") {
      offset = line.indexOf(char, offset + 1);
      if (offset < 0) return undefined;
    } else if (isBlank(char)) {
      const mark = markAt(line, offset + 1);
      if (mark !== undefined && isBlank(line[offset + 1 + mark.length])) return { offset: offset + 1, mark };
    }
  }
  return undefined;
}

function markAt(line: string, offset: number): string | undefined {
  MARK.lastIndex = offset;
  return MARK.exec(line)?.[0];
}

const isBlank = (char: string | undefined) => char === ' ' || char === '\t';

export const TEXT_CORRECTIONS: readonly TextCorrection[] = [FOREIGN_COMMENTS, STRANGE_CHARACTERS];
