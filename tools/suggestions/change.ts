import { isMap, valueAt } from '../../lib/object/value-at';
import type { Holder, Way } from './places';

/** What a suggestion says to do to a manifest. */
export type Change =
  | { readonly kind: 'replace'; readonly at: Way; readonly value: unknown }
  | { readonly kind: 'move'; readonly at: Way; readonly to: Way }
  | { readonly kind: 'unwrap'; readonly at: Way }
  | { readonly kind: 'remove'; readonly at: Way };

/** The manifest after a change; undefined if the manifest does not have the places that it names. */
export function changed(manifest: unknown, change: Change): unknown {
  const copy = structuredClone(manifest);
  return CHANGES[change.kind](copy, change as never) ? copy : undefined;
}

const CHANGES: { readonly [K in Change['kind']]: (copy: unknown, change: Change & { kind: K }) => boolean } =
  {
    replace: (copy, { at, value }) => set(copy, at, value),
    remove: (copy, { at }) => taken(copy, at) !== undefined,
    move: (copy, { at, to }) => {
      if (valueAt(copy, to) !== undefined) return false;
      const last = String(to.at(-1));
      if (isSibling(at, to)) return rename(valueAt(copy, at.slice(0, -1)), String(at.at(-1)), last);
      const found = taken(copy, at);
      return found !== undefined && set(copy, to, found.value);
    },
    unwrap: (copy, { at }) => {
      const holder = valueAt(copy, at.slice(0, -1));
      const found = taken(copy, at);
      if (!isMap(holder) || !isMap(found?.value)) return false;
      Object.assign(holder, found.value);
      return true;
    },
  };

const isSibling = (one: Way, other: Way) =>
  one.length === other.length && one.slice(0, -1).every((step, depth) => step === other[depth]);

function set(copy: unknown, way: Way, value: unknown): boolean {
  let holder = copy as Holder;
  for (const step of way.slice(0, -1)) {
    holder[step] ??= {};
    holder = holder[step] as Holder;
    if (typeof holder !== 'object' || holder === null) return false;
  }
  holder[way.at(-1)!] = value;
  return true;
}

function taken(copy: unknown, way: Way): { readonly value: unknown } | undefined {
  const holder = valueAt(copy, way.slice(0, -1)) as Holder | undefined;
  const key = way.at(-1);
  if (key === undefined || typeof holder !== 'object' || !Object.hasOwn(holder, key)) return undefined;
  const value = holder[key];
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return { value };
}

/** In the place of the old name. */
export function rename(holder: unknown, from: string, to: string): boolean {
  if (!isMap(holder) || !Object.hasOwn(holder, from)) return false;
  const fields = holder as Holder;
  for (const [key, value] of Object.entries(fields)) {
    delete fields[key];
    fields[key === from ? to : key] = value;
  }
  return true;
}
