import { type Event, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { offsetOf, skip } from './build';
import { resolvePlain } from './scalars';

/** Where a path leads in a source, or the part of it that is there. */
export interface Place {
  /** Offset of the key, or of the item in a list. */
  readonly key: number;
  /** Offset of the value, where it is one scalar on the key's line. */
  readonly value?: number;
  /** Whether all of the path is there. */
  readonly whole: boolean;
}

/** Finds the place of a path. `events` are those of one document. */
export function locate(source: string, events: readonly Event[], path: readonly (string | number)[]): Place {
  let at = 1;
  let key = offsetOf(events[at]);
  for (const segment of path) {
    const next = step(source, events, at, segment);
    if (!next) return { key, whole: false };
    ({ at, key } = next);
  }
  return { key, value: inlineOffset(events[at]), whole: true };
}

interface Step {
  readonly at: number;
  readonly key: number;
}

function step(source: string, events: readonly Event[], at: number, segment: string | number): Step | undefined {
  const { type } = events[at];
  if (type === EVENT_ID.SEQUENCE) return item(events, at + 1, Number(segment));
  return type === EVENT_ID.MAPPING ? entry(source, events, at + 1, String(segment)) : undefined;
}

function item(events: readonly Event[], first: number, index: number): Step | undefined {
  let at = first;
  for (let passed = 0; events[at].type !== EVENT_ID.POP; passed++, at = skip(events, at)) {
    if (passed === index) return { at, key: offsetOf(events[at]) };
  }
  return undefined;
}

/** Of several entries with the key, the last, which is the one that counts. */
function entry(source: string, events: readonly Event[], first: number, key: string): Step | undefined {
  let found: Step | undefined;
  for (let at = first; events[at].type !== EVENT_ID.POP;) {
    const value = skip(events, at);
    if (keyText(source, events[at]) === key) found = { at: value, key: offsetOf(events[at]) };
    at = skip(events, value);
  }
  return found;
}

function keyText(source: string, event: Event): string | undefined {
  if (event.type !== EVENT_ID.SCALAR) return undefined;
  const text = getScalarValue(source, event);
  return event.style === SCALAR_STYLE.PLAIN ? String(resolvePlain(text)) : text;
}

function inlineOffset(event: Event): number | undefined {
  if (event.type === EVENT_ID.ALIAS) return offsetOf(event);
  return event.type === EVENT_ID.SCALAR ? scalarOffset(event) : undefined;
}

function scalarOffset({ style, valueStart }: ScalarEvent): number | undefined {
  if (valueStart < 0 || style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) return undefined;
  return style === SCALAR_STYLE.PLAIN ? valueStart : valueStart - 1;
}
