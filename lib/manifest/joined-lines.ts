import { setQuotedValue } from './keys';
import {
  type Event,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from './yaml-events';

/*
 * Inside of brackets and quotes lines may begin in any column: go-yaml's scanner looks at indentation in
 * block context alone (yaml_parser_fetch_next_token, go.yaml.in/yaml/v2 scannerc.go). js-yaml wants them
 * further right than what holds them. Where it complains, the break before the line is taken for a space,
 * which means the same there, and all offsets stay as they are.
 */

/** A parsed text. */
export interface Parsed {
  /** The text, with spaces for some line breaks. */
  readonly text: string;
  readonly events: Event[];
}

/** Lines that are joined with the one before at most. */
const MAX_JOINED_LINES = 50;

/** Characters of a text above which no lines are joined: each takes another parse. */
const MAX_LENGTH = 256 * 1024;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Parses one document.
 *
 * @throws YAMLException of js-yaml
 */
export function parseJoined(text: string, maxDepth: number): Parsed {
  const joints: Range[] = [];
  let joined = text;
  let first: unknown;
  for (;;) {
    try {
      const events = parseEvents(joined, { maxDepth });
      if (keepQuotedValues(text, events, joints)) return { text: joined, events };
    } catch (failure) {
      first ??= failure;
      const joint =
        joints.length < MAX_JOINED_LINES && text.length <= MAX_LENGTH
          ? lineBreakBefore(joined, failure)
          : undefined;
      if (!joint) throw first;
      joints.push(joint);
      joined = joined.slice(0, joint.start) + ' '.repeat(joint.end - joint.start) + joined.slice(joint.end);
      continue;
    }
    throw first;
  }
}

/**
 * Keeps the values of quoted texts that joints lie in. False where one is a key, which must stand on one
 * line.
 */
function keepQuotedValues(text: string, events: readonly Event[], joints: readonly Range[]): boolean {
  if (!joints.length) return true;
  const keys = keyEvents(events);
  const quoted = events.filter(
    (event) => event.type === EVENT_ID.SCALAR && joints.some((joint) => isWithin(joint, event)),
  ) as ScalarEvent[];
  for (const event of quoted) setQuotedValue(event, valueOf(text, event));
  return !quoted.some((event) => keys.has(event));
}

/** Breaks, spaces and comments before the place of a complaint about indentation. */
function lineBreakBefore(text: string, failure: unknown): Range | undefined {
  const { reason, mark } = failure as {
    readonly reason?: string;
    readonly mark?: { readonly position: number };
  };
  if (reason !== 'deficient indentation' || !mark) return undefined;
  const end = mark.position;
  let start = text.slice(0, end).trimEnd().length;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const comment = text.slice(lineStart + commentStart(text.slice(lineStart, start)), start);
  if (/["']/.test(comment)) return undefined; // it may be part of a quoted text, and end it
  start = text.slice(0, start - comment.length).trimEnd().length;
  return /[\n\t]/.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** Where the comment of a line begins, or where the line ends. */
function commentStart(line: string): number {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (quote) {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '#' && (at === 0 || /\s/.test(line[at - 1]))) {
      return at;
    }
  }
  return line.length;
}

const isWithin = ({ start, end }: Range, { valueStart, valueEnd }: ScalarEvent) =>
  valueStart < end && valueEnd > start;

/** The value of a quoted text by itself: nothing holds it, so that its lines may begin anywhere. */
function valueOf(text: string, { style, valueStart, valueEnd }: ScalarEvent): string {
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED ? "'" : '"';
  const alone = quote + text.slice(valueStart, valueEnd) + quote;
  return getScalarValue(alone, parseEvents(alone, {})[1] as ScalarEvent);
}

/** The events that are keys or begin one. */
function keyEvents(events: readonly Event[]): ReadonlySet<Event> {
  const keys = new Set<Event>();
  const open: { readonly isMap: boolean; nodes: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const holder = open.at(-1);
    if (holder?.isMap && holder.nodes % 2 === 0) keys.add(event);
    if (holder) holder.nodes++;
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) {
      open.push({ isMap: event.type === EVENT_ID.MAPPING, nodes: 0 });
    }
  }
  return keys;
}
