import { userConstruct } from '../construct/user-construct';
import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import type { ValidationOptions } from '../validate/options';
import {
  synthOptionsFor,
  isConstruct,
  isObject,
  manifestsAround,
  surroundingsOf,
  objectsOf,
  rendered,
} from './constructs';
import { Misuse } from './context';
import { ManifestEntry, type Manifest } from './entry';
import { type Around, judgedManifests, judgedObjects, judgedText, type Judge, type Judged } from './judging';
import { yamlOf } from './print';

/** The value that a matcher received. */
export interface Subject {
  /** @throws Misuse if it is a string that does not parse */
  entries(): readonly ManifestEntry[];
  readonly judge: Judge;
}

/**
 * What is found in a subject.
 *
 * @throws Misuse if there is nothing to judge
 */
export function judgedIn(subject: Subject, options: ValidationOptions, around?: Around): readonly Judged[] {
  const judged = subject.judge(options, around);
  if (!judged.length && !subject.entries().length) {
    throw new Misuse('no manifests in the received value: nothing to validate');
  }
  return judged;
}

/** @throws Misuse with a suggestion, if it contains no manifests */
export function subjectOf(received: unknown): Subject {
  if (typeof received === 'string') return textSubject(received);
  const items = Array.isArray(received) ? received : [received];
  const subjects = items.map((item, index) =>
    itemSubject(item, Array.isArray(received) ? `item ${index}` : 'received'),
  );
  return subjects.length === 1 ? subjects[0] : combinedSubject(items, subjects);
}

function combinedSubject(items: readonly unknown[], subjects: readonly Subject[]): Subject {
  if (!items.some(isConstruct)) return manifestsSubject(items as Manifest[]);
  return {
    entries: () => subjects.flatMap((subject) => subject.entries()),
    judge: (options, around) => subjects.flatMap((subject) => subject.judge(options, around)),
  };
}

function itemSubject(item: unknown, what: string): Subject {
  if (isConstruct(item)) return constructSubject(item);
  if (isObject(item) && !Array.isArray(item) && ('apiVersion' in item || 'kind' in item)) {
    return manifestsSubject([item]);
  }
  throw new Misuse(`${what} is ${described(item)}${ACCEPTED_VALUES}`);
}

const ACCEPTED_VALUES =
  '.\nPass an App, a Chart, another construct, a manifest with apiVersion and kind, an array of these, or a YAML string.';

function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a nested array';
  if (typeof value === 'string') return 'a string, which cannot be part of an array';
  if (typeof value === 'function') return functionText(value as () => unknown);
  if (typeof (value as { readonly then?: unknown }).then === 'function') {
    return 'a promise: await it, or use expect(…).resolves';
  }
  if (typeof value !== 'object') return `the ${typeof value} ${String(value)}`;
  const name = value.constructor?.name;
  return name && name !== 'Object'
    ? `an instance of ${name}, which is not a manifest`
    : `not a manifest: an object without apiVersion and kind, but with ${fieldsOf(value)}`;
}

function functionText(value: () => unknown): string {
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  return isClass
    ? `the class ${value.name}: pass an instance of it`
    : `the function ${value.name || 'without a name'}: call it`;
}

const fieldsOf = (value: object) => Object.keys(value).slice(0, 5).join(', ') || 'nothing';

function constructSubject(construct: Parameters<typeof objectsOf>[0]): Subject {
  const objects = objectsOf(construct).map((object) => {
    const manifest = rendered(object);
    return {
      object,
      entry: manifestEntry(manifest, userConstruct(object).node.path),
      configured: synthOptionsFor(object),
    };
  });
  return {
    entries: () => objects.flatMap(({ entry }) => entry.items()),
    judge: judgedObjects(
      objects,
      () => surroundingsOf(construct),
      () => manifestsAround(construct),
    ),
  };
}

function manifestsSubject(given: readonly Manifest[]): Subject {
  const entries = given
    .flatMap((manifest) => (listItems(manifest) as Manifest[] | undefined) ?? [manifest])
    .map((manifest) => manifestEntry(manifest));
  return { entries: () => entries, judge: judgedManifests(entries) };
}

/** What reads YAML is loaded where there is YAML to read. */
function sourceOf(text: string): Source {
  const { Source } = require('../manifest/source') as typeof import('../manifest/source');
  return new Source(text);
}

/** A manifest that is written as YAML where that is needed. */
function manifestEntry(manifest: Manifest, construct?: string): ManifestEntry {
  return new ManifestEntry(
    manifest,
    () => {
      const source = sourceOf(yamlOf([manifest]));
      return { source, document: [...source.documents()][0], at: [] };
    },
    construct,
  );
}

function textSubject(text: string): Subject {
  const source = sourceOf(text);
  const documents = [...source.documents()];
  const stray = documents.find(
    ({ value }) => value !== undefined && value !== null && (!isObject(value) || Array.isArray(value)),
  );
  if (stray) {
    throw new Misuse(
      `the string ${quoted(text)} is not a manifest: it contains ${Array.isArray(stray.value) ? 'a list' : `the ${typeof stray.value} ${quoted(String(stray.value))}`}.\nPaths are not read: pass readFileSync(path, 'utf8').`,
    );
  }
  return {
    entries: () => documents.flatMap((document) => entriesIn(source, document)),
    judge: judgedText(source),
  };
}

function entriesIn(source: Source, document: ManifestEntry['text']['document']): ManifestEntry[] {
  const { value, problems } = document;
  if (value === undefined) {
    const { message, offset } = problems[0];
    throw new Misuse(`the YAML does not parse: line ${source.lines.at(offset).line}: ${message}`);
  }
  if (value === null) return [];
  const items = listItems(value);
  if (!items) return [new ManifestEntry(value as Manifest, () => ({ source, document, at: [] }))];
  return items.map(
    (item, index) => new ManifestEntry(item as Manifest, () => ({ source, document, at: ['items', index] })),
  );
}

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
