import { allKinds, covers, type Kind, kindOf, structOf } from '../../schema/schema';
import { fits } from './fits';
import { type Place, placesOf, plainName } from './places';
import { MOST } from './targets';
import type { UnknownField, Way } from './unknown';

interface Head {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
}

/** The other versions of the kind that have the field in the same place, with a type that fits. */
export function otherVersions(field: UnknownField): readonly string[] {
  const { apiVersion, kind } = field.manifest as Head;
  return others(field)
    .filter((other) => other.kind === kind && other.apiVersion !== apiVersion)
    .filter((other) => holdsAlike(field, other))
    .map((other) => other.apiVersion);
}

/** Kinds that have the field around or beside what this kind has: a Deployment has replicas of its Pods. */
export function otherKinds(
  field: UnknownField,
  way: Way,
): { readonly path: string; readonly kinds: string[] } {
  const found = new Map<string, string[]>();
  const own = ownPaths(field);
  for (const other of others(field)) {
    const path =
      around(field, way, other) ?? (isSibling(field, other) ? namesOf(field).join('.') : undefined);
    const kinds =
      path === undefined || own.has(path) ? undefined : (found.get(path) ?? found.set(path, []).get(path)!);
    if (kinds && kinds.length < MOST && !kinds.includes(other.kind)) kinds.push(other.kind);
  }
  const [path, kinds] = [...found].reduce(shorter, ['', []]);
  return { path, kinds };
}

/** Where the kind itself has a field of the name. */
const ownPaths = ({ key, manifest, minor }: UnknownField): ReadonlySet<string> => {
  const { apiVersion, kind } = manifest as Head;
  const own = kindOf(String(apiVersion), String(kind));
  const places = own ? placesOf(own.struct, minor).named.get(plainName(key)) : undefined;
  return new Set(places?.map(pathOf));
};

type Found = [path: string, kinds: string[]];

const shorter = (one: Found, other: Found): Found =>
  one[0] && one[0].length <= other[0].length ? one : other;

function others({ manifest, minor }: UnknownField): readonly Kind[] {
  const { apiVersion, kind } = manifest as Head;
  const own = kindOf(String(apiVersion), String(kind));
  return [...allKinds().values()].filter((other) => other !== own && covers(other.minors, minor));
}

const namesOf = ({ path }: UnknownField) => path.names();

/** The object at the same place in another kind. */
function holderIn(field: UnknownField, { struct }: Kind): Place | undefined {
  let place: Place | undefined = placesOf(struct, field.minor).root;
  for (const name of namesOf(field).slice(0, -1)) place = place?.fields.get(name);
  return place;
}

function holdsAlike(field: UnknownField, other: Kind): boolean {
  const place = holderIn(field, other)?.fields.get(field.key);
  return place !== undefined && fits(field.value, place.type!, field.minor);
}

/** Whether another kind has the field in the same place, in a struct that is much the same. */
function isSibling(field: UnknownField, other: Kind): boolean {
  if (!holdsAlike(field, other)) return false;
  const own = [...structOf(field.struct)].filter(([name]) => !COMMON.has(name));
  const theirs = holderIn(field, other)!.fields;
  const shared = own.filter(([name]) => theirs.has(name));
  return shared.length > 0 && (shared.length * 2 >= own.length || shared.length >= MANY);
}

const COMMON: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/** Shared fields that make two structs alike, however large they are. */
const MANY = 4;

/** Where another kind has the field: in an object around the struct that lacks it. */
function around({ key, value, minor, struct }: UnknownField, { end }: Way, other: Kind): string | undefined {
  if (struct.startsWith('meta.') || !end.parent) return undefined;
  const { named } = placesOf(other.struct, minor);
  const holders = (named.get(plainName(end.name)) ?? []).filter((place) => place.struct === struct);
  for (const holder of holders) {
    for (let place = holder.parent; place?.levels === 0; place = place.parent) {
      const found = place.fields.get(key);
      if (found && place.parent && fits(value, found.type!, minor)) return pathOf(found);
    }
  }
  return undefined;
}

const pathOf = ({ parent, name }: Place): string => (parent?.parent ? `${pathOf(parent)}.${name}` : name);
