import { nodeEnds, offsetNear, offsetOf } from './offsets';
import { countBelow } from './count-below';
import { Lines } from './text';
import { COLLECTION_STYLE, type Event, EVENT_ID } from './yaml/events';

type Range = readonly [start: number, end: number];

/** Positions of the parts of a document. */
export class CommentScope {
  /** Indexes of the events that are written, in the order of the text, and where they begin. */
  private readonly indexes: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: Int32Array;
  private readonly items: ReadonlySet<number>;
  private readonly lines: Lines;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {
    this.lines = new Lines(text);
    this.ends = nodeEnds(events);
    this.items = itemsOf(events);
    events.forEach((event, index) => {
      const offset = offsetOf(event);
      if (offset === undefined) return;
      this.indexes.push(index);
      this.starts.push(offset);
    });
  }

  /** Whether a `#` begins a comment, and is not part of a text. */
  isComment(offset: number): boolean {
    if (offset > 0 && !/\s/.test(this.text[offset - 1])) return false;
    const before = this.events[this.indexes[countBelow(this.starts, offset + 1) - 1]];
    return before?.type !== EVENT_ID.SCALAR || offset < before.valueStart || before.valueEnd <= offset;
  }

  /** Where the line of an offset begins and ends. */
  lineAround(offset: number): Range {
    return this.lines.around(offset);
  }

  /**
   * What a comment is about.
   *
   * @param standsAlone whether there is nothing before it in its line
   */
  subjectOf(comment: number, standsAlone: boolean): Range {
    if (!standsAlone) return this.lineAround(comment);
    const next = this.indexes[countBelow(this.starts, comment + 1)];
    if (next === undefined) return [comment, comment];
    return next === 1 ? [0, this.text.length + 1] : this.nodeRange(this.nodeAt(next));
  }

  /**
   * A list or a map in block style that begins on the line begins with an item or entry, which is what is
   * meant.
   */
  private nodeAt(at: number): number {
    const event = this.events[at];
    if (event.type === EVENT_ID.SEQUENCE && event.style === COLLECTION_STYLE.BLOCK) return at + 1;
    return event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK && !this.items.has(at)
      ? at + 1
      : at;
  }

  /** Whole lines: from that of the node to the one before what comes next. */
  private nodeRange(at: number): Range {
    const after = this.items.has(at) ? this.ends[at] : this.ends[this.ends[at]];
    const next = this.starts[countBelow(this.indexes, after)];
    const [start, lineEnd] = this.lineAround(offsetNear(this.events, at));
    const end = next === undefined ? this.text.length + 1 : this.lineAround(next)[0];
    return [start, Math.max(end, lineEnd)];
  }
}

/** Indexes of the nodes that are items of a list. */
function itemsOf(events: readonly Event[]): ReadonlySet<number> {
  const items = new Set<number>();
  const open: number[] = [];
  events.forEach(({ type }, index) => {
    if (type === EVENT_ID.POP) return void open.pop();
    if (open.at(-1) === EVENT_ID.SEQUENCE) items.add(index);
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open.push(type);
  });
  return items;
}
