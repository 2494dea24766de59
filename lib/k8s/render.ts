import { setOwn } from '../object/set-own';
import { FIELDS } from './names';

/** How values are rendered. */
export interface RenderOptions {
  /** Whether keys come in the order of the alphabet. */
  readonly sorted: boolean;
  /**
   * The data that stands for a value that is neither a map nor a list; the value itself where nothing does.
   */
  readonly resolve: (value: object, path: readonly string[]) => unknown;
  /**
   * Whether a value that is no object can stand in a manifest.
   *
   * @default - all but functions, symbols and big integers
   */
  readonly isData?: (value: unknown) => boolean;
  /** Prefix of messages: the owner of the manifest. */
  readonly about?: () => string;
}

/** Deeper than any manifest: detects values that contain themselves. */
const DEEPEST = 200;

type Map = { readonly [field: string]: unknown };

/** Field → its key in the manifest and the struct that it holds, where either is of note. */
type Fields = (typeof FIELDS)[string];

const NO_FIELDS: Fields = {};

/**
 * A map with structs in some of its fields as it stands in a manifest: plain values under Kubernetes' own
 * keys. Only what is undefined is left out. A key that a struct does not have stays as it is, so that
 * validation can speak of it.
 *
 * @param structs struct that a field holds, by field
 * @throws Error if a field is given under both names, or a value is not data, such as an instance of a
 * class
 */
export function toManifest(
  value: Map,
  structs: { readonly [field: string]: string },
  options: RenderOptions,
): object {
  return new Rendering(options).map(value, fieldsIn(structs));
}

/**
 * Whether a map would render as a manifest that was rendered with sorted keys. This is decided without
 * rendering it, so the answer is also no if anything has to be resolved first.
 */
export function rendersAs(
  value: Map,
  structs: { readonly [field: string]: string },
  manifest: object,
): boolean {
  return isMapRenderedAs(value, fieldsIn(structs), manifest as Map);
}

const fieldsIn = (structs: { readonly [field: string]: string }): Fields =>
  Object.fromEntries(Object.entries(structs).map(([field, struct]) => [field, [field, struct]]));

function isMapRenderedAs(value: Map, fields: Fields, manifest: Map): boolean {
  let count = 0;
  for (const field of Object.keys(value)) {
    if (value[field] === undefined) continue;
    const [key, held] = Object.hasOwn(fields, field) ? fields[field] : [field];
    if (!Object.hasOwn(manifest, key) || !isRenderedAs(value[field], held, manifest[key])) return false;
    count++;
  }
  return count === Object.keys(manifest).length;
}

function isRenderedAs(value: unknown, struct: string | undefined, manifest: unknown): boolean {
  if (typeof value !== 'object' || typeof manifest !== 'object' || value === null || manifest === null) {
    return value === manifest;
  }
  if (!Array.isArray(value)) {
    return (
      isMap(value) && !Array.isArray(manifest) && isMapRenderedAs(value, fieldsOf(struct), manifest as Map)
    );
  }
  return (
    Array.isArray(manifest) &&
    value.length === manifest.length &&
    value.every((item, index) => isRenderedAs(item ?? null, struct, manifest[index]))
  );
}

/** Types of values that a manifest cannot contain. */
const NO_DATA: ReadonlySet<string> = new Set(['function', 'symbol', 'bigint']);

const isData = (value: unknown) => !NO_DATA.has(typeof value);

class Rendering {
  /** Keys from the root to the value that is being rendered. */
  private readonly path: string[] = [];

  constructor(private readonly options: RenderOptions) {}

  map(value: Map, fields: Fields, struct = ''): object {
    const manifest = {};
    for (const field of this.inOrder(Object.keys(value), fields)) {
      if (value[field] === undefined) continue;
      const [key, held] = Object.hasOwn(fields, field) ? fields[field] : [field];
      if (key !== field && value[key] !== undefined) {
        throw new Error(
          `${this.about()}${struct} sets ${key} twice: as "${field}" and under its alias; remove one`,
        );
      }
      setOwn(manifest, key, this.at(key, value[field], held));
    }
    return manifest;
  }

  private at(key: string, value: unknown, struct: string | undefined): unknown {
    this.path.push(key);
    if (this.path.length > DEEPEST) {
      throw new Error(
        `${this.about()}${this.path.slice(0, 6).join('.')}… is nested deeper than ${DEEPEST} levels: does a value contain itself?`,
      );
    }
    const rendered = this.value(value, struct);
    this.path.pop();
    return rendered;
  }

  private value(value: unknown, struct: string | undefined): unknown {
    if (typeof value !== 'object' || value === null) {
      if (!(this.options.isData ?? isData)(value)) throw this.notData(value);
      return value;
    }
    if (Array.isArray(value)) return value.map((item, index) => this.at(String(index), item ?? null, struct));
    if (isMap(value)) return this.map(value, fieldsOf(struct), struct);
    const resolved = this.options.resolve(value, [...this.path]);
    if (resolved === value) throw this.notData(value);
    return this.value(resolved, struct);
  }

  private inOrder(names: string[], fields: Fields): string[] {
    if (!this.options.sorted) return names;
    const key = (name: string) => (Object.hasOwn(fields, name) ? fields[name][0] : name);
    if (fields === NO_FIELDS || names.every((name) => key(name) === name)) return sortFew(names);
    return names.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  private notData(value: unknown): Error {
    const { notDataText } = require('./not-data') as typeof import('./not-data');
    return new Error(`${this.about()}${notDataText(value, this.path)}`);
  }

  private about(): string {
    return this.options.about?.() ?? '';
  }
}

/**
 * Sorts in place, by insertion: most maps have few keys, and for few it takes a third of the time of `sort`.
 */
function sortFew(names: string[]): string[] {
  if (names.length > 16) return names.sort();
  for (let index = 1; index < names.length; index++) {
    const name = names[index];
    let at = index;
    for (; at > 0 && names[at - 1] > name; at--) names[at] = names[at - 1];
    names[at] = name;
  }
  return names;
}

const fieldsOf = (struct: string | undefined) =>
  struct !== undefined && Object.hasOwn(FIELDS, struct) ? FIELDS[struct] : NO_FIELDS;

/** A map of whatever realm: jest, for one, runs tests in a realm of their own. */
function isMap(value: object): value is Map {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
