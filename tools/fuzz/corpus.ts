import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import type { Random } from './random';

const TESTS = join(__dirname, '../../test');
const FIXTURES = ['validate/fixtures', 'validate/lint/fixtures', 'recorded/parity/bases'].map((folder) =>
  join(TESTS, folder),
);

/** Texts of the fixtures, one document each. */
export const TEXTS: readonly string[] = FIXTURES.flatMap((folder) =>
  readdirSync(folder).map((file) => join(folder, file)),
)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => readFileSync(file, 'utf8').split(/^---$/m));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Objects of the fixtures. */
export const OBJECTS: readonly object[] = TEXTS.flatMap((text) =>
  [...new Source(text).documents()].map(({ value }) => value),
).filter(isObject);

/** Objects by kind, so that a rare one is met as often as a Pod. */
const BY_KIND = new Map<string, object[]>();
for (const object of OBJECTS) {
  const kind = String((object as { readonly kind?: unknown }).kind);
  BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), object]);
}
const KINDS = [...BY_KIND.keys()];

/** An object of a random kind. */
export const anyObject = (random: Random): object => random.pick(BY_KIND.get(random.pick(KINDS))!);

let seen: ReadonlyMap<string, readonly unknown[]> | undefined;

/** Values that fixtures have under a key; with `[]` behind it, items of the lists there. */
export function seenUnder(key: string): readonly unknown[] {
  seen ??= collected();
  return seen.get(key) ?? [];
}

function collected(): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, Map<string, unknown>>();
  const add = (key: string, value: unknown) => {
    if (!values.has(key)) values.set(key, new Map());
    values.get(key)!.set(JSON.stringify(value), value);
  };
  for (const object of OBJECTS) visit(object, add);
  return new Map([...values].map(([key, distinct]) => [key, [...distinct.values()]]));
}

function visit(value: object, add: (key: string, value: unknown) => void): void {
  for (const [key, child] of Object.entries(value)) {
    if (!Array.isArray(value)) add(key, child);
    if (Array.isArray(child)) for (const item of child) add(`${key}[]`, item);
    if (isObject(child)) visit(child, add);
  }
}
