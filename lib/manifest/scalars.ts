import { base64ErrorOffset } from './base64';
import { isTimestamp } from './timestamp';

/** A scalar's value as kubectl reads it. Integers beyond 2^53 are bigints. */
export type ScalarValue = string | number | bigint | boolean | null;

const WORDS = new Map<string, boolean | null | number>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

/** Letters of the longest word, "false". */
const LONGEST_WORD = 5;

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const MAX_UINT64 = 2n ** 64n - 1n;
const MIN_INT64 = -(2n ** 63n);
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/**
 * What a plain scalar without a tag means (go.yaml.in/yaml/v2 resolve, which reads YAML 1.1 but for times and
 * base 60).
 */
export function resolvePlain(text: string): ScalarValue {
  if (text.length > LONGEST_WORD && isLetter(text.charCodeAt(0))) return text;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text)) return text;
  if (text.startsWith('.')) return float(text) ?? text;
  const plain = text.replaceAll('_', '');
  return integer(plain) ?? float(plain) ?? text;
}

/** strconv.ParseInt and ParseUint with base 0. */
function integer(text: string): number | bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const size = BigInt(hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : decimal);
  const value = sign === '-' ? -size : size;
  if (value < MIN_INT64 || value > MAX_UINT64) return undefined;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function float(text: string): number | undefined {
  const value = FLOAT.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a text means an integer. */
export const isWhole = (text: string): boolean => integer(text.replaceAll('_', '')) !== undefined;

/** Name of a tag of YAML's own: `int` for `!!int`. */
export const nameOfTag = (tag: string) =>
  tag.replace(/^(?:!!|!?<?tag:yaml\.org,2002:)/, '').replace(/>$/, '');

/**
 * What a scalar with a tag means; undefined if the tag asks for what the text is not. Of unknown tags it is a
 * text.
 */
export function resolveTagged(tag: string, text: string): ScalarValue | undefined {
  switch (nameOfTag(tag)) {
    case 'binary':
      return base64ErrorOffset(text) === undefined ? Buffer.from(text, 'base64').toString('utf8') : undefined;
    case 'timestamp':
      return isTimestamp(text) ? text : undefined;
    case 'null':
      return WORDS.get(text) === null ? null : undefined;
    case 'bool':
      return tagValue(text, (value) => typeof value === 'boolean');
    case 'int':
      return isWhole(text) ? resolvePlain(text) : undefined;
    case 'float':
      return tagValue(text, (value) => typeof value === 'number' || typeof value === 'bigint');
    default:
      return text;
  }
}

/** What go-yaml calls the type of a text without a tag. */
export function tagOf(text: string): string {
  const value = resolvePlain(text);
  if (typeof value === 'number' || typeof value === 'bigint') return isWhole(text) ? '!!int' : '!!float';
  return value === null ? '!!null' : typeof value === 'boolean' ? '!!bool' : '!!str';
}

function tagValue(text: string, wanted: (value: ScalarValue) => boolean): ScalarValue | undefined {
  const value = resolvePlain(text);
  return wanted(value) ? value : undefined;
}
