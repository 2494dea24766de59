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
  const read = readAsKubectl(yaml, String(given), styleIn(yaml));
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

/** How the only scalar of a text is written. */
type Style = 'quoted' | 'block' | 'other';

function styleIn(yaml: string): Style {
  const first = /^(?:[ \n]|k:|-)*(["'|>])/.exec(yaml)?.[1];
  if (first === '|' || first === '>') return 'block';
  const isOnOneLine = !yaml.trimEnd().includes('\n', yaml.search(/["']/));
  return first !== undefined && isOnOneLine ? 'quoted' : 'other';
}

function readKey({ at, given, value }: Suspect, write: Writer): Read {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const yaml = write(alone(at, { [given]: isMap ? { v: 'v' } : 'v' }));
  const lineBreak = lineBreakIn(yaml);
  const read = lineBreak ? { error: lineBreak } : readAsKubectl(yaml, String(given), 'other');
  return 'value' in read ? { value: Object.keys(valueIn(read.value, at) ?? {})[0] } : read;
}

/** What go-yaml refuses to read, in the text or the YAML that it is written as. */
const UNREADABLE: readonly (readonly [text: RegExp, yaml: RegExp, error: string])[] = [
  [/^/, /[\x7f-\x84\x86-\x9f\ufffe\uffff]/, 'control characters are not allowed'],
  [/\p{Surrogate}/u, /^/, 'found invalid Unicode character escape code'],
  [/^/, /[|>][-+]?\n[ \n\u2028\u2029]*\t/, 'found a tab character where an indentation space is expected'],
];

function readAsKubectl(yaml: string, given: string, style: Style): Read {
  const refusal = UNREADABLE.find(([text, written]) => text.test(given) && written.test(yaml));
  if (refusal) return { error: refusal[2] };
  const { Source } = require('../manifest/source') as typeof import('../manifest/source');
  const [document, ...more] = new Source(withLineBreaks(yaml, style)).documents();
  const { value, problems } = document;
  if (value !== undefined && !more.length) return { value };
  return { error: lineBreakIn(given) ?? problems[0].message };
}

/**
 * YAML 1.1 has three more line breaks. Two of them are kept on a line of quoted text, without blanks around
 * them, and in a block at the end of a line, between others.
 */
function withLineBreaks(yaml: string, style: Style): string {
  const lines = yaml.replaceAll('\x85', '\n');
  if (style === 'quoted') return withoutBlanksAround(lines);
  const header = style === 'block' ? /[|>][-+\d]*\n[ \n\u2028\u2029]*/.exec(lines) : undefined;
  const [start, end] = header ? [header.index + header[0].length, lines.trimEnd().length] : [0, 0];
  return lines.replace(/[\u2028\u2029]+/g, (breaks, at: number) => {
    const after = at + breaks.length;
    return at >= start && after < end && lines[after] === '\n' ? breaks : '\n';
  });
}

/** A text without the blanks before and after its line breaks. */
function withoutBlanksAround(text: string): string {
  const parts = text.split(/([\u2028\u2029])/);
  return parts
    .map((part, index) => {
      let [start, end] = [0, part.length];
      if (index > 0) while (isBlank(part[start])) start++;
      if (index < parts.length - 1) while (end > start && isBlank(part[end - 1])) end--;
      return part.slice(start, end);
    })
    .join('');
}

const isBlank = (character: string | undefined) => character === ' ' || character === '\t';
