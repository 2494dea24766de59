import { type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from './yaml/events';

/** Where a node begins in the source: at the quote of a quoted text; undefined if nothing is written. */
export function offsetOf(event: Event): number | undefined {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarOffset(event);
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return undefined;
  }
}

function scalarOffset({ style, valueStart, anchorStart }: ScalarEvent): number | undefined {
  if (valueStart < 0) return anchorStart < 0 ? undefined : anchorStart - 1;
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
    ? valueStart - 1
    : valueStart;
}

/** Where a node begins, or what is written nearest to it: after it, else before it. */
export function offsetNear(events: readonly Event[], at: number): number {
  for (let index = at; index < events.length && events[index].type !== EVENT_ID.POP; index++) {
    const offset = offsetOf(events[index]);
    if (offset !== undefined) return offset;
  }
  for (let index = at - 1; index >= 0; index--) {
    const offset = offsetOf(events[index]);
    if (offset !== undefined) return offset;
  }
  return 0;
}

export const isBlockScalar = (event: Event) =>
  event.type === EVENT_ID.SCALAR &&
  (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK);

/** Index of the event after a node. */
export function skip(events: readonly Event[], at: number): number {
  let depth = 0;
  do {
    const { type } = events[at++];
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth++;
    else if (type === EVENT_ID.POP) depth--;
  } while (depth > 0);
  return at;
}

/** For each node the index of the event after it. */
export function nodeEnds(events: readonly Event[]): Int32Array {
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
