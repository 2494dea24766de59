import { COLLECTION_STYLE, type Event, EVENT_ID } from './yaml-events';
import { offsetNear, offsetOf, skip } from './offsets';

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
 * The comments of a document that begin with a mark. One behind something is about its line. One that stands alone is
 * about the line of the next content, and where an item of a list or the entry of a map begins there, about the whole of
 * it; before any content, it is about the whole document. What looks like a comment in a text of YAML is none.
 *
 * @param events those of the document
 * @param mark matches from the `#` on; global
 */
export function markedComments(text: string, events: readonly Event[], mark: RegExp): MarkedComment[] {
  return [...text.matchAll(mark)]
    .filter(({ index }) => isComment(text, events, index))
    .map((match) => {
      const textOffset = match.index + match[0].length;
      const [start, end] = rangeOf(text, events, match.index);
      return { offset: match.index, textOffset, text: text.slice(textOffset, lineEnd(text, textOffset)), start, end };
    });
}

function isComment(text: string, events: readonly Event[], offset: number): boolean {
  if (offset > 0 && !/\s/.test(text[offset - 1])) return false;
  return !events.some((event) => event.type === EVENT_ID.SCALAR && event.valueStart <= offset && offset < event.valueEnd);
}

function rangeOf(text: string, events: readonly Event[], offset: number): readonly [start: number, end: number] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (text.slice(lineStart, offset).trim()) return [lineStart, lineEnd(text, offset)];
  const next = events.findIndex((event) => startOf(event) > offset);
  if (next < 0) return [offset, offset];
  if (next === 1) return [0, text.length + 1];
  return nodeRange(text, events, nodeAt(events, next));
}

/** Where content begins; -1 for what is none, or not written. */
const startOf = (event: Event) => offsetOf(event) ?? -1;

/** A list or a map in block style that begins on the line begins with an item or entry, which is what is meant. */
function nodeAt(events: readonly Event[], at: number): number {
  const event = events[at];
  if (event.type === EVENT_ID.SEQUENCE && event.style === COLLECTION_STYLE.BLOCK) return at + 1;
  return event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK && !isItem(events, at) ? at + 1 : at;
}

/** Whole lines: from that of the node to the one before what comes next. */
function nodeRange(text: string, events: readonly Event[], at: number): readonly [start: number, end: number] {
  const start = offsetNear(events, at);
  const after = isItem(events, at) ? skip(events, at) : skip(events, skip(events, at));
  const next = events.slice(after).map(startOf).find((offset) => offset >= 0);
  const end = next === undefined ? text.length + 1 : text.lastIndexOf('\n', next) + 1;
  return [text.lastIndexOf('\n', start) + 1, Math.max(end, lineEnd(text, start))];
}

/** Whether a node is an item of a list, and no entry of a map. */
function isItem(events: readonly Event[], at: number): boolean {
  const open: number[] = [];
  for (const { type } of events.slice(0, at)) {
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open.push(type);
    else if (type === EVENT_ID.POP) open.pop();
  }
  return open.at(-1) === EVENT_ID.SEQUENCE;
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}
