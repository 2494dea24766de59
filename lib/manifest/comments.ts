import { CommentScope } from './comment-scope';
import type { Event } from './yaml/events';

/** A comment that is meant for a program, and the part of the text that it is about. */
export interface MarkedComment {
  /** Offset of its `#`. */
  readonly offset: number;
  /** What stands after the mark, up to the end of the line, and its offset. */
  readonly text: string;
  readonly textOffset: number;
  /** Offsets of the first character that it is about, and of the first after it. */
  readonly start: number;
  readonly end: number;
}

/**
 * The comments of a document that begin with a mark. One behind something is about its line. One that stands
 * alone is about the line of the next content, and where an item of a list or the entry of a map begins
 * there, about the whole of it; before any content, it is about the whole document. What looks like a comment
 * in a text of YAML is none. Of several in one line each ends where the next begins.
 *
 * @param events those of the document
 * @param mark matches from the `#` on; global
 */
export function markedComments(text: string, events: readonly Event[], mark: RegExp): MarkedComment[] {
  const marks = [...text.matchAll(mark)];
  if (!marks.length) return [];
  const scope = new CommentScope(text, events);
  const comments = marks.filter(({ index }) => scope.isComment(index));
  const firstNonSpace = new FirstNonSpace(text);
  return comments.map((match, number) => {
    const [lineStart, lineEnd] = scope.lineAround(match.index);
    const textOffset = match.index + match[0].length;
    const textEnd = Math.min(lineEnd, comments[number + 1]?.index ?? lineEnd);
    const [start, end] = scope.subjectOf(match.index, firstNonSpace.of(lineStart) === match.index);
    return { offset: match.index, textOffset, text: text.slice(textOffset, textEnd), start, end };
  });
}

/** Where in a line something stands: many comments in one line are asked about. */
class FirstNonSpace {
  private line = -1;
  private offset = -1;

  constructor(private readonly text: string) {}

  of(line: number): number {
    if (line !== this.line) [this.line, this.offset] = [line, line + this.text.slice(line).search(/\S/)];
    return this.offset;
  }
}
