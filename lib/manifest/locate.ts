import { COLLECTION_STYLE, type Event, EVENT_ID, SCALAR_STYLE, type SequenceEvent } from './yaml-events';
import { anchorOf, isMergeKey, keyText } from './keys';
import { plainName } from './names';
import { dashOffset, isBlockScalar, offsetNear, offsetOf } from './offsets';

/** Where a path leads in a source, or the part of it that is there. */
export interface Place {
  /** Offset of the key, or of the item in a list. */
  readonly key: number;
  /** Offset of the value, where it is one scalar on the key's line. */
  readonly value?: number;
  /** The value as it is written, where it is a scalar without quotes. */
  readonly plain?: string;
  /** Whether all of the path is there. */
  readonly whole: boolean;
}

/** A node, and the offset of the key or item that it belongs to. */
interface Step {
  readonly at: number;
  readonly key: number;
}

/** Where the nodes of a document are. What comes by an alias or a merge key is where it is written. */
export class Places {
  /** For each node the index of the event after it. */
  private readonly ends: Int32Array;

  /** @param events those of the document */
  constructor(private readonly source: string, private readonly events: readonly Event[]) {
    this.ends = endsOf(events);
  }

  /** Finds the place of a path. */
  locate(path: readonly (string | number)[]): Place {
    let here: Step = { at: 1, key: offsetNear(this.events, 1) };
    for (const segment of path) {
      const next = this.step(this.target(here.at), segment);
      if (!next) return { key: here.key, whole: false };
      here = next;
    }
    const event = this.events[here.at];
    return { key: here.key, value: inlineOffset(event), plain: plainText(this.source, event), whole: true };
  }

  /** The node itself, or the one that it is an alias of. */
  private target(at: number): number {
    return this.events[at].type === EVENT_ID.ALIAS ? anchorOf(this.source, this.events, at) ?? at : at;
  }

  private step(at: number, segment: string | number): Step | undefined {
    const event = this.events[at];
    if (event.type === EVENT_ID.SEQUENCE) return this.item(event, at + 1, Number(segment));
    return event.type === EVENT_ID.MAPPING ? this.entry(at + 1, String(segment)) : undefined;
  }

  private item(list: SequenceEvent, first: number, index: number): Step | undefined {
    let at = first;
    for (let passed = 0; this.events[at].type !== EVENT_ID.POP; passed++, at = this.ends[at]) {
      if (passed < index) continue;
      const offset = offsetOf(this.events[at]);
      const dashed = list.style === COLLECTION_STYLE.BLOCK && (offset === undefined || isBlockScalar(this.events[at]));
      return { at, key: dashed ? dashOffset(this.source, list, index) : offset ?? list.start };
    }
    return undefined;
  }

  /** Of several entries with the key, the last, which is the one that counts. */
  private entry(first: number, key: string): Step | undefined {
    let found: Step | undefined;
    for (let at = first; this.events[at].type !== EVENT_ID.POP;) {
      const value = this.ends[at];
      if (isMergeKey(this.source, this.events[at])) found = this.merged(value, key) ?? found;
      else if (this.keyText(at) === key) found = { at: value, key: offsetNear(this.events, at) };
      at = this.ends[value];
    }
    return found;
  }

  /** An entry of the maps that are merged: of several, the first wins. */
  private merged(value: number, key: string): Step | undefined {
    const source = this.target(value);
    const { type } = this.events[source];
    if (type === EVENT_ID.MAPPING) return this.entry(source + 1, key);
    if (type !== EVENT_ID.SEQUENCE) return undefined;
    for (let at = source + 1; this.events[at].type !== EVENT_ID.POP; at = this.ends[at]) {
      const found = this.step(this.target(at), key);
      if (found) return found;
    }
    return undefined;
  }

  private keyText(at: number): string | undefined {
    const event = this.events[this.target(at)];
    return plainName(this.source, event) ?? (event.type === EVENT_ID.SCALAR ? keyText(this.source, event) : undefined);
  }
}

function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length);
  const open: number[] = [];
  for (let at = 0; at < events.length; at++) {
    const { type } = events[at];
    if (type === EVENT_ID.POP) ends[open.pop()!] = at + 1;
    else if (type === EVENT_ID.SCALAR || type === EVENT_ID.ALIAS) ends[at] = at + 1;
    else open.push(at);
  }
  return ends;
}

const plainText = (source: string, event: Event) =>
  (event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN ? source.slice(event.valueStart, event.valueEnd) : undefined);

function inlineOffset(event: Event): number | undefined {
  const oneLine = event.type === EVENT_ID.ALIAS || (event.type === EVENT_ID.SCALAR && event.valueStart >= 0 && !isBlockScalar(event));
  return oneLine ? offsetOf(event) : undefined;
}
