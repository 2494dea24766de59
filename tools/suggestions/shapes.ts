import { isMap, valueAt } from '../../lib/object/value-at';
import type { Change } from './change';
import { Plain } from './manifest-text';
import { wayOf, type Way } from './places';

/** What a suggestion is about. */
export interface Subject {
  readonly manifest: unknown;
  readonly way: Way;
  /** Whether the key is the mistake, not the value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** A form of suggestions that can be carried out without a decision that they do not make. */
interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
  /** The changes among which the text lets the reader choose. */
  readonly changes: (subject: Subject, parts: readonly string[]) => readonly Change[];
}

/**
 * What a text says to do, the last of several steps, and the name of its form; undefined if a person has to
 * decide something.
 */
export function changesOf(
  text: string,
  subject: Subject,
): { readonly shape: string; readonly changes: readonly Change[] } | undefined {
  const last = text.split(/; (?:then )?/).at(-1)!;
  for (const { name, pattern, changes } of SHAPES) {
    const match = pattern.exec(last);
    const found = match ? changes(subject, match.slice(1)) : [];
    if (found.length) return { shape: name, changes: found };
  }
  return undefined;
}

const quotedIn = (text: string) =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([written]) => JSON.parse(written) as string);
const wordsIn = (text: string) => text.split(/, or |, | or /).map((word) => word.trim());

/** Fields named by a path, and no entries that have to be chosen. */
const pathsIn = (text: string) =>
  wordsIn(text).filter((path) => /^[\w./[\]-]+$/.test(path) && !path.includes('[]'));

function meant({ way, isKey }: Subject, word: string): Change {
  return isKey
    ? { kind: 'move', at: way, to: [...way.slice(0, -1), word] }
    : { kind: 'replace', at: way, value: word };
}

const moveTo = ({ way }: Subject, text: string): Change[] =>
  pathsIn(text).map((path) => ({ kind: 'move', at: way, to: wayOf(path) }));

/** A field that a text names: the one of the finding, one in it, or one beside it. */
function named({ manifest, way }: Subject, name: string): Way | undefined {
  const path = wayOf(name);
  if (name === 'it' || way.at(-1) === name) return way;
  return [[...way, ...path], [...way.slice(0, -1), ...path], path].find(
    (place) => valueAt(manifest, place) !== undefined,
  );
}

function remove(subject: Subject, name: string): Change[] {
  const at = named(subject, name);
  return at && valueAt(subject.manifest, at) !== undefined ? [{ kind: 'remove', at }] : [];
}

function set({ manifest, way }: Subject, name: string, value: unknown): Change[] {
  const [first, ...rest] = wayOf(name);
  if (way.at(-1) === name) return [{ kind: 'replace', at: way, value }];
  const holders = way
    .map((_, depth) => way.slice(0, way.length - depth))
    .filter((at) => isMap(valueAt(manifest, at)));
  const holder = holders.find((at) => Object.hasOwn(valueAt(manifest, at) as object, first)) ?? holders[0];
  return holder ? [{ kind: 'replace', at: [...holder, first, ...rest], value }] : [];
}

function replaceValue({ manifest, way }: Subject, make: (value: unknown) => unknown): Change[] {
  const value = make(valueAt(manifest, way));
  return value === undefined ? [] : [{ kind: 'replace', at: way, value }];
}

/** A scalar without its quotes. */
const bare = (value: unknown) =>
  typeof value === 'string' && /^(true|false|-?\d+(\.\d+)?)$/.test(value) ? new Plain(value) : undefined;

const isString = (value: unknown): value is string => typeof value === 'string';
const base64 = (value: unknown) => (isString(value) ? Buffer.from(value).toString('base64') : undefined);

const SHAPES: readonly Shape[] = [
  {
    name: 'quote it: "X"',
    pattern: /^quote it.*?: "(.*?)"(?:, which YAML reads as .*)?$/,
    changes: ({ way }, [text]) => [{ kind: 'replace', at: way, value: text }],
  },
  {
    name: 'rename "X": did you mean "Y"?',
    pattern: /^rename "(.+)": did you mean "(.+)"\?$/,
    changes: (_, [from, to]) => [{ kind: 'move', at: [from], to: [to] }],
  },
  {
    name: 'did you mean "X"? Otherwise move it to PATH',
    pattern: /^did you mean (".*")\? Otherwise move it to (.*)$/,
    changes: (subject, [words, paths]) => [
      ...quotedIn(words).map((word) => meant(subject, word)),
      ...moveTo(subject, paths),
    ],
  },
  {
    name: 'did you mean "X", or PATH?',
    pattern: /^did you mean (".*"), or ([^"]*)\?$/,
    changes: (subject, [words, paths]) => [
      ...quotedIn(words).map((word) => meant(subject, word)),
      ...moveTo(subject, paths),
    ],
  },
  {
    name: 'did you mean "X"?',
    pattern: /^did you mean (".*")\?(?: Otherwise .*)?$/,
    changes: (subject, [words]) => quotedIn(words).map((word) => meant(subject, word)),
  },
  {
    name: 'did you mean PATH?',
    pattern: /^did you mean ([^"]*)\?$/,
    changes: (subject, [paths]) => moveTo(subject, paths),
  },
  {
    name: 'move it to PATH',
    pattern: /^(?:move it to|it is now) (.*?)(?:, where \[\] is an entry of the list)?$/,
    changes: (subject, [paths]) => moveTo(subject, paths),
  },
  {
    name: 'move its content one level up',
    pattern: /^(?:move its fields one level up: |it is inside of \S+: move its content one level up$)/,
    changes: ({ way }) => [{ kind: 'unwrap', at: way }],
  },
  {
    name: 'KIND is served by apiVersion X',
    pattern: /^\w+ is served by apiVersion ([\w./]+)$/,
    changes: (_, [value]) => [{ kind: 'replace', at: ['apiVersion'], value }],
  },
  {
    name: 'use apiVersion X',
    pattern: /^use apiVersion (.*), which has /,
    changes: (_, [versions]) =>
      wordsIn(versions).map((value) => ({ kind: 'replace', at: ['apiVersion'], value })),
  },
  {
    name: 'for example "X"',
    pattern: /^(?:rename it|use)\b(?!.* or an? ).*?(?:for example to|such as) (".*?")(?:[,;].*)?$/,
    changes: (subject, [words]) => quotedIn(words).map((word) => meant(subject, word)),
  },
  {
    name: 'use X, without quotes',
    pattern: /^use .*(?:, without quotes| or a string)$/,
    changes: (subject) => replaceValue(subject, bare),
  },
  {
    name: 'use a list',
    pattern: /^use a list: /,
    changes: (subject) => replaceValue(subject, (value) => (isMap(value) ? undefined : [value])),
  },
  {
    name: 'replace it with its base64 encoding',
    pattern: /^replace .* with its base64 encoding$/,
    changes: (subject) => replaceValue(subject, base64),
  },
  {
    name: 'start it with a slash',
    pattern: /^start it with a slash$/,
    changes: (subject) => replaceValue(subject, (value) => (isString(value) ? `/${value}` : undefined)),
  },
  {
    name: 'remove the surrounding whitespace',
    pattern: /^remove the surrounding whitespace$/,
    changes: (subject) => replaceValue(subject, (value) => (isString(value) ? value.trim() : undefined)),
  },
  {
    name: 'use X or Y',
    pattern:
      /^use (?:one of )?(?!.*\b(?:more|less)$)("[^"]+"(?:(?:, | or )"[^"]+")*|[\w-]+(?:(?:, | or )[\w-]+)*)$/,
    changes: ({ way, manifest }, [words]) =>
      typeof valueAt(manifest, way) === 'object' || valueAt(manifest, way) === undefined
        ? []
        : (words.startsWith('"') ? quotedIn(words) : wordsIn(words)).map((value) => ({
            kind: 'replace',
            at: way,
            value,
          })),
  },
  {
    name: 'set both to X',
    pattern: /^set both to (\S+)$/,
    changes: ({ way, message }, [value]) => {
      const name = / equal to (\S+) limit of/.exec(message)![1];
      return [{ kind: 'replace', at: way.at(-1) === name ? way : [...way, name], value }];
    },
  },
  {
    name: 'set X: Y',
    pattern: /^(?:set|use) (\S+)(?::| to) ([\w-]+(?: or [\w-]+)?)$/,
    changes: (subject, [name, values]) =>
      wordsIn(values).flatMap((value) => set(subject, name, bare(value) ?? value)),
  },
  {
    name: 'mount one of',
    pattern: /^add a volume with this name to .*, or mount one of (".*")$/,
    changes: (subject, [words]) => quotedIn(words).map((word) => meant(subject, word)),
  },
  {
    name: 'decrease X to A or increase Y to B',
    pattern: /^decrease (\S+) to (\S+) or increase (\S+) to (\S+)$/,
    changes: (subject, [one, lower, other, higher]) => [
      ...set(subject, one, lower),
      ...set(subject, other, higher),
    ],
  },
  {
    name: 'remove it, or use X',
    pattern: /^remove it, or use ([\w, ]+)$/,
    changes: (subject, [words]) => [
      ...remove(subject, 'it'),
      ...wordsIn(words).map((word) => meant(subject, word)),
    ],
  },
  {
    name: 'remove X, or set Y to A or B',
    pattern: /^remove (\w+), or set (\w+) to ([\w-]+(?: or [\w-]+)*)$/,
    changes: (subject, [name, other, values]) => [
      ...remove(subject, name),
      ...wordsIn(values).flatMap((value) => set(subject, other, value)),
    ],
  },
  {
    name: 'remove X',
    pattern: /^remove (it|\S+?)(?:[,:;] .*)?$/,
    changes: (subject, [name]) => remove(subject, name),
  },
];
