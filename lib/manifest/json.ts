import { jsonProblem } from '../go/json';
import { scan } from '../text/scan';
import {
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  NO_PROPERTIES,
  SCALAR_STYLE,
  type ScalarEvent,
} from './yaml/events';
import { YamlFailure } from './yaml-problem';

/** Whether a text is taken for JSON (yaml.IsJSONBuffer, apimachinery 1.36). */
export const looksLikeJson = (text: string) => /^\s*\{/.test(text);

/** What is wrong with a JSON text. */
export interface JsonFault {
  /** What kubectl says. */
  readonly message: string;
  readonly offset: number;
}

export interface JsonValues {
  /** Where each of them begins and ends. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** Where the last of them ends. */
  readonly end: number;
  /** Why what follows is not JSON. */
  readonly fault?: JsonFault;
}

/** JSON values in a row, up to what is none (json.Decoder). */
export function jsonValues(text: string): JsonValues {
  const ranges: [number, number][] = [];
  let fault: JsonFault | undefined;
  const end = scan(0, text.length, (at) => {
    const start = at + text.slice(at).search(/\S|$/);
    if (start === text.length) return undefined;
    const after = endOfValue(text, start);
    const problem = jsonProblem(text.slice(start, after));
    if (problem !== undefined) {
      fault = faultOf(problem, text, start);
      return undefined;
    }
    ranges.push([start, after]);
    return after;
  });
  return { ranges, end, fault };
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|(?<![^\s{}[\],:"])[^\s{}[\],:"]+/gs;

/** The end of the value that begins somewhere, or of the text. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = start;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth <= 0) return tokens.lastIndex;
  }
  return text.length;
}

/**
 * A syntax error with its offset in the text, the character in question included; an end that comes too early
 * has none.
 */
function faultOf(problem: string, text: string, start: number): JsonFault {
  if (problem === 'unexpected end of JSON input') return { message: 'unexpected EOF', offset: start };
  let [low, high] = [start, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (jsonProblem(text.slice(start, middle)) === problem) high = middle;
    else low = middle + 1;
  }
  const message = `json: offset ${Buffer.byteLength(text.slice(0, low))}: ${problem}`;
  return { message, offset: Math.max(start, low - 1) };
}

/**
 * The events of a JSON value that is sound.
 *
 * @throws YamlFailure if it is nested too deeply
 */
export function jsonEvents(text: string, mostNested: number): readonly Event[] {
  const events: Event[] = [{ type: EVENT_ID.DOCUMENT }];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === ',' || token === ':') continue;
    if (token === '}' || token === ']') depth--;
    if ((token === '{' || token === '[') && ++depth > mostNested) {
      throw new YamlFailure(`exceeded max depth of ${mostNested}`, index, 'reduce the nesting');
    }
    events.push(eventOf(token, index));
  }
  return [...events, { type: EVENT_ID.POP }];
}

function eventOf(token: string, start: number): Event {
  switch (token[0]) {
    case '{':
      return { type: EVENT_ID.MAPPING, start, ...NO_PROPERTIES, style: COLLECTION_STYLE.FLOW };
    case '[':
      return { type: EVENT_ID.SEQUENCE, start, ...NO_PROPERTIES, style: COLLECTION_STYLE.FLOW };
    case '}':
    case ']':
      return { type: EVENT_ID.POP };
    default:
      return scalarOf(token, start);
  }
}

function scalarOf(token: string, start: number): ScalarEvent {
  const quotes = Number(token.startsWith('"'));
  return {
    type: EVENT_ID.SCALAR,
    valueStart: start + quotes,
    valueEnd: start + token.length - quotes,
    ...NO_PROPERTIES,
    style: quotes ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.PLAIN,
    value: token.includes('\\') ? unescaped(token) : undefined,
  };
}

/** Half of a surrogate pair becomes U+FFFD. */
const unescaped = (token: string) => Buffer.from(JSON.parse(token) as string).toString();
