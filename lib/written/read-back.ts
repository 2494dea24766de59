import { isMap } from '../object/value-at';
import type { PathSegment } from '../validate/path';
import { mayChange, mayChangeKey } from './suspects';

/** Writes a manifest as YAML. */
export type Writer = (manifest: unknown) => string;

/** A string or key of a manifest that kubectl does not read back as it is. */
export interface Changed {
  /** The way to the string, or to the map that has the key. */
  readonly at: readonly PathSegment[];
  readonly isKey: boolean;
  readonly given: string | number;
  readonly read: Read;
}

/** What kubectl reads, or why it cannot read it. */
export type Read = { readonly value: unknown } | { readonly error: string };

/** Everything in a manifest that kubectl does not read back as it is from what a writer makes of it. */
export function changedIn(manifest: unknown, write: Writer): Changed[] {
  return [...suspectsIn(manifest, [])].flatMap((suspect) => {
    const read = suspect.isKey ? readKey(suspect, write) : readValue(suspect, write);
    return 'value' in read && Object.is(read.value, suspect.given) ? [] : [{ ...suspect, read }];
  });
}

interface Suspect extends Omit<Changed, 'read'> {
  /** What the key has for a value. */
  readonly value?: unknown;
}

function* suspectsIn(value: unknown, at: readonly PathSegment[]): Generator<Suspect> {
  if (typeof value === 'string') {
    if (mayChange(value)) yield { at, isKey: false, given: value };
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) yield { at, isKey: false, given: value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* suspectsIn(item, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (mayChangeKey(key)) yield { at, isKey: true, given: key, value: item };
      yield* suspectsIn(item, [...at, key]);
    }
  }
}

/** A value as deep in maps and lists as it is in its manifest, alone. */
const alone = (at: readonly PathSegment[], value: unknown) =>
  at.reduceRight<unknown>((inner, segment) => (typeof segment === 'number' ? [inner] : { k: inner }), value);

function valueIn(whole: unknown, at: readonly PathSegment[]): unknown {
  return at.reduce((inner, segment) => (inner as any)?.[typeof segment === 'number' ? 0 : 'k'], whole);
}

function readValue({ at, given }: Suspect, write: Writer): Read {
  const yaml = write(alone(at, given));
  const read = readAsKubectl(yaml, String(given));
  return 'value' in read ? { value: valueIn(read.value, at) } : read;
}

/** A character as Unicode names it: `U+2028`. */
export const codePoint = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The end of a line of YAML 1.1 in a text, which no key can contain. */
function lineBreakIn(text: string): string | undefined {
  const [found] = /[\x85\u2028\u2029]/.exec(text) ?? [];
  return found && `${codePoint(found)} ends the line`;
}

function readKey({ at, given, value }: Suspect, write: Writer): Read {
  const yaml = write(alone(at, { [given]: isMap(value) ? { v: 'v' } : 'v' }));
  const lineBreak = lineBreakIn(yaml);
  const read = lineBreak ? { error: lineBreak } : readAsKubectl(yaml, String(given));
  return 'value' in read ? { value: Object.keys(valueIn(read.value, at) ?? {})[0] } : read;
}

function readAsKubectl(yaml: string, given: string): Read {
  if (/\p{Surrogate}/u.test(given)) return { error: 'found invalid Unicode character escape code' };
  const { Source } = require('../manifest/source') as typeof import('../manifest/source');
  const [document, ...more] = new Source(yaml).documents();
  const { value, problems } = document;
  if (value !== undefined && !more.length) return { value };
  return { error: lineBreakIn(given) ?? problems[0].message };
}
