import { type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from './yaml/events';
import { resolvePlain } from './scalars';

/*
 * Names of fields occur over and over. A string cut out of a source has to be looked up among all strings
 * before it can name a property; one that has been used before has not.
 */

const CACHE_SIZE = 1024;
const cachedNames: string[] = new Array<string>(CACHE_SIZE).fill('');

const MAX_LENGTH = 40;

/**
 * The name that a key is, where it is a plain scalar that can be nothing else; undefined if it has to be read
 * with care.
 */
export function plainName(source: string, event: Event): string | undefined {
  if (event.type !== EVENT_ID.SCALAR || !isPlain(event)) return undefined;
  const { valueStart, valueEnd } = event;
  const length = valueEnd - valueStart;
  const first = source.charCodeAt(valueStart);
  if (first < 97 || first > 122 || length > MAX_LENGTH) return undefined;
  const slot =
    (first * 31 +
      source.charCodeAt(valueEnd - 1) * 7 +
      source.charCodeAt(valueStart + (length >> 1)) * 131 +
      length) %
    CACHE_SIZE;
  const name = cachedNames[slot];
  if (name.length === length && source.startsWith(name, valueStart)) return name;
  const text = source.slice(valueStart, valueEnd);
  return typeof resolvePlain(text) === 'string' ? (cachedNames[slot] = internalized(text)) : undefined;
}

const isPlain = ({ style, value, valueStart, tagStart, anchorStart }: ScalarEvent) =>
  style === SCALAR_STYLE.PLAIN && value === undefined && valueStart >= 0 && tagStart < 0 && anchorStart < 0;

/** The same text as the engine keeps it for names of properties. */
const internalized = (text: string) => Object.keys({ [text]: undefined })[0];
