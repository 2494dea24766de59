import { COLLECTION_STYLE, type Event, EVENT_ID, type SequenceEvent } from 'js-yaml';
import { anchorOf, isMergeKey, scalarValue } from './keys';
import { dashOffset, isBlockScalar, offsetNear, offsetOf, skip } from './offsets';

/** Where a path leads in a source, or the part of it that is there. */
export interface Place {
  /** Offset of the key, or of the item in a list. */
  readonly key: number;
  /** Offset of the value, where it is one scalar on the key's line. */
  readonly value?: number;
  /** Whether all of the path is there. */
  readonly whole: boolean;
}

/** A parsed document. */
interface Text {
  readonly source: string;
  readonly events: readonly Event[];
}

/** A node, and the offset of the key or item that it belongs to. */
interface Step {
  readonly at: number;
  readonly key: number;
}

/** Finds the place of a path. `events` are those of one document. What comes by an alias or a merge key is where it is written. */
export function locate(source: string, events: readonly Event[], path: readonly (string | number)[]): Place {
  const text = { source, events };
  let here: Step = { at: 1, key: offsetNear(events, 1) };
  for (const segment of path) {
    const next = step(text, target(text, here.at), segment);
    if (!next) return { key: here.key, whole: false };
    here = next;
  }
  return { key: here.key, value: inlineOffset(events[here.at]), whole: true };
}

/** The node itself, or the one that it is an alias of. */
const target = ({ source, events }: Text, at: number) => (events[at].type === EVENT_ID.ALIAS ? anchorOf(source, events, at) ?? at : at);

function step(text: Text, at: number, segment: string | number): Step | undefined {
  const event = text.events[at];
  if (event.type === EVENT_ID.SEQUENCE) return item(text, event, at + 1, Number(segment));
  return event.type === EVENT_ID.MAPPING ? entry(text, at + 1, String(segment)) : undefined;
}

function item({ source, events }: Text, list: SequenceEvent, first: number, index: number): Step | undefined {
  let at = first;
  for (let passed = 0; events[at].type !== EVENT_ID.POP; passed++, at = skip(events, at)) {
    if (passed < index) continue;
    const offset = offsetOf(events[at]);
    const dashed = list.style === COLLECTION_STYLE.BLOCK && (offset === undefined || isBlockScalar(events[at]));
    return { at, key: dashed ? dashOffset(source, list, index) : offset ?? list.start };
  }
  return undefined;
}

/** Of several entries with the key, the last, which is the one that counts. */
function entry(text: Text, first: number, key: string): Step | undefined {
  const { source, events } = text;
  let found: Step | undefined;
  for (let at = first; events[at].type !== EVENT_ID.POP;) {
    const value = skip(events, at);
    if (isMergeKey(source, events[at])) found = merged(text, value, key) ?? found;
    else if (keyText(text, at) === key) found = { at: value, key: offsetNear(events, at) };
    at = skip(events, value);
  }
  return found;
}

/** An entry of the maps that are merged: of several, the first wins. */
function merged(text: Text, value: number, key: string): Step | undefined {
  const { events } = text;
  const source = target(text, value);
  if (events[source].type === EVENT_ID.MAPPING) return entry(text, source + 1, key);
  if (events[source].type !== EVENT_ID.SEQUENCE) return undefined;
  for (let at = source + 1; events[at].type !== EVENT_ID.POP; at = skip(events, at)) {
    const found = step(text, target(text, at), key);
    if (found) return found;
  }
  return undefined;
}

function keyText(text: Text, at: number): string | undefined {
  const event = text.events[target(text, at)];
  return event.type === EVENT_ID.SCALAR ? String(scalarValue(text.source, event)) : undefined;
}

function inlineOffset(event: Event): number | undefined {
  const oneLine = event.type === EVENT_ID.ALIAS || (event.type === EVENT_ID.SCALAR && event.valueStart >= 0 && !isBlockScalar(event));
  return oneLine ? offsetOf(event) : undefined;
}
