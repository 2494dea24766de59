import { closest } from '../../closest';
import type { FieldPath } from '../../path';
import { alike, amounts, maps } from './maps';
import { fits } from './fits';
import { otherKinds, otherVersions } from './kinds';
import { type Place, placesOf, type Places, plainName } from './places';
import { besides, renamed } from './renamed';
import { best, MOST, nearest, type Target } from './targets';
import { isMap, valueAt } from '../../../object/value-at';
import { type UnknownField, Way } from './unknown';

/** What to do with a field that its object does not have. */
export interface Advice {
  readonly suggestion: string;
  /** Where the field was probably meant to be. */
  readonly meant?: readonly FieldPath[];
  /** What the object that has the field was probably meant to be. */
  readonly object?: unknown;
}

type Adviser = (field: UnknownField, search: Search) => Advice | undefined;

interface Search {
  readonly places: Places;
  readonly way: Way;
  /** The most similar name that the object itself has. */
  readonly near?: string;
}

/**
 * Says where an unknown field belongs: the likeliest place for the name or the value in the kind, in another
 * version of it, or in another kind.
 */
export function whereItBelongs(root: string, field: UnknownField): Advice {
  const places = placesOf(root, field.minor);
  const way = Way.to(field, places);
  if (!way) return { suggestion: 'remove it' };
  const search = { places, way, near: closest(field.key, way.end.fields.keys()) };
  for (const adviser of ADVISERS) {
    const advice = adviser(field, search);
    if (advice) return advice;
  }
  return { suggestion: removeIt(field, way) };
}

const ADVISERS: readonly Adviser[] = [
  nameAsKey,
  ofFormerVersion,
  sameButForCase,
  ofOtherVersion,
  ofMetadata,
  sameNameElsewhere,
  oneLetterOff,
  wrapper,
  keyOfMap,
  misspelt,
  partOfName,
  misspeltElsewhere,
  ofAmounts,
  ofOtherKind,
  sameShape,
];

/** Fields for the value of items with a name, in whose place people write the name itself. */
const VALUE_FIELDS: { readonly [struct: string]: string } = {
  'core.v1.EnvVar': 'value',
  'core.v1.HTTPHeader': 'value',
  'core.v1.PodDNSConfigOption': 'value',
  'core.v1.Sysctl': 'value',
  'core.v1.VolumeDevice': 'devicePath',
  'core.v1.VolumeMount': 'mountPath',
};

/** `A: b` for `name: A` and `value: b`. */
function nameAsKey(
  { key, value, struct, path, manifest }: UnknownField,
  { near }: Search,
): Advice | undefined {
  const field = VALUE_FIELDS[struct];
  const holder = valueAt(manifest, path.segments().slice(0, -1)) as object;
  if (!field || near !== undefined || typeof value === 'object' || Object.keys(holder).length > 1) {
    return undefined;
  }
  return {
    suggestion: `write it as "name: ${key}", with "${field}:" below it`,
    object: { name: key, [field]: String(value) },
  };
}

function ofFormerVersion(field: UnknownField): Advice | undefined {
  const name = renamed(field);
  if (name === undefined) return undefined;
  const meant = besides(field.path, name);
  return { suggestion: `it is now ${meant.toString()}`, meant: name.includes('[') ? [] : [meant] };
}

function sameButForCase(field: UnknownField, { places, way, near }: Search): Advice | undefined {
  if (near === undefined || plainName(near) !== plainName(field.key)) return undefined;
  const above = (places.named.get(plainName(field.key)) ?? []).filter(
    (place) =>
      place.parent !== way.end && way.isAround(place.parent!) && fits(field.value, place.type!, field.minor),
  );
  const [other] = nearest(field, way, above);
  return {
    ...meantBy(field, near),
    ...(other && { suggestion: `did you mean "${near}", or ${other.path}?` }),
  };
}

function ofOtherVersion(field: UnknownField): Advice | undefined {
  const versions = otherVersions(field);
  if (!versions.length) return undefined;
  return { suggestion: `use apiVersion ${listed(versions)}, which has ${field.path.names().join('.')}` };
}

/** What names an object is in the metadata beside the field's own object, however near others are. */
function ofMetadata({ key, value, manifest }: UnknownField, { way }: Search): Advice | undefined {
  const target = NAMING.has(key) && typeof value === 'string' ? way.beside('metadata') : undefined;
  if (!target) return undefined;
  const field = target.field(key);
  return valueAt(manifest, field.segments()) === undefined
    ? { suggestion: `move it to ${field}`, meant: [field] }
    : { suggestion: `remove it, or set ${field} to it` };
}

const NAMING: ReadonlySet<string> = new Set(['name', 'namespace', 'generateName']);

function sameNameElsewhere(field: UnknownField, search: Search): Advice | undefined {
  const { places, way, near } = search;
  const named = places.named.get(plainName(field.key)) ?? [];
  const around = named.find((place) => place === way.end && fitsWhole(field.value, place, field.minor));
  if (around) return { suggestion: `it is inside of ${around.name}: move its content one level up` };
  const targets = nearest(field, way, named);
  if (!targets.length || (keyOfMap(field, search) && !isNear(targets[0], way))) return undefined;
  const likelier = likelierThan(targets[0], field, search);
  if (likelier) return likelier;
  const own = near === undefined ? undefined : way.end.fields.get(near);
  if (!own || !fits(field.value, own.type!, field.minor)) return moveTo(targets);
  const elsewhere = targets.filter(({ fitting }) => fitting);
  if (!elsewhere.length) return undefined;
  return {
    ...meantBy(field, own.name),
    suggestion: `did you mean "${own.name}"? Otherwise ${moving(elsewhere)}`,
  };
}

/** Whether all of a value belongs in the place, not only a part. */
const fitsWhole = (value: unknown, { type, fields }: Place, minor: number) =>
  fits(value, type!, minor) && (!isMap(value) || Object.keys(value).every((key) => fields.has(key)));

/** Whether a field of the name is likelier than a key of a map in the object itself. */
const isNear = ({ cost, fitting, holder }: Target, { end }: Way) =>
  cost <= NEAR || (fitting && holder.parent === end && holder.levels > 0);

function likelierThan({ cost, inside }: Target, field: UnknownField, search: Search): Advice | undefined {
  const ofOther = cost > FAR ? ofOtherKind(field, search) : undefined;
  return ofOther ?? (inside ? undefined : partOfName(field, search));
}

/** Steps up to which a field of the name is likelier than a key of a map in the object itself. */
const NEAR = 2.25;

/** Steps from which on another kind that has the field in the same place is likelier. */
const FAR = 5;

/** `name` for `secretName`, `pullPolicy` for `imagePullPolicy`. */
function partOfName(field: UnknownField, { way }: Search): Advice | undefined {
  const key = wordsOf(field.key);
  const names = [...way.end.fields.values()]
    .filter(({ name }) => wordsOf(name).startsWith(key) || wordsOf(name).endsWith(key))
    .filter(({ name, type }) => fits(field.value, type!, field.minor) && !isTaken(field, name))
    .map(({ name }) => name);
  if (!names.length || names.length > MOST) return undefined;
  const meant = names.map((name) => field.path.sibling(name));
  return { suggestion: `did you mean ${listed(names.map((name) => `"${name}"`))}?`, meant };
}

/** The words of a name, each between two spaces. */
const wordsOf = (name: string) => ` ${name.replace(/(?<=[a-z\d])(?=[A-Z])|[-_]/g, ' ').toLowerCase()} `;

/** An object around fields that belong where it is: a StorageClass has no spec. */
function wrapper({ value }: UnknownField, { way }: Search): Advice | undefined {
  const keys = isMap(value) ? Object.keys(value) : [];
  return keys.length && keys.every((key) => way.end.fields.has(key))
    ? { suggestion: `move its fields one level up: ${keys.join(', ')}` }
    : undefined;
}

/** So near to a field of the object that it is no key of a map in it: `nam` in metadata is no label. */
function oneLetterOff(field: UnknownField, { way, near }: Search): Advice | undefined {
  if (near === undefined || closest(field.key, [near], 1) === undefined) return undefined;
  return fits(field.value, way.end.fields.get(near)!.type!, field.minor) ? meantBy(field, near) : undefined;
}

function keyOfMap(field: UnknownField, { way }: Search): Advice | undefined {
  const targets = best(maps(field, way), field, way);
  return targets.length ? moveTo(targets) : undefined;
}

function misspelt(field: UnknownField, { near }: Search): Advice | undefined {
  return near === undefined ? undefined : meantBy(field, near);
}

function misspeltElsewhere(field: UnknownField, { places, way }: Search): Advice | undefined {
  const word = plainName(field.key);
  const name = closest(word, places.named.keys(), word.length < SHORT ? 1 : MISSPELT);
  if (name === undefined) return undefined;
  const targets = nearest(field, way, places.named.get(name)!).filter(({ fitting }) => fitting);
  return targets.length ? didYouMean(targets) : undefined;
}

/** Letters that may be off in a name that belongs elsewhere; in a short one, only one. */
const MISSPELT = 2;
const SHORT = 6;

function ofOtherKind(field: UnknownField, { way }: Search): Advice | undefined {
  const { path, kinds } = otherKinds(field, way);
  const { kind } = field.manifest as { readonly kind?: unknown };
  return kinds.length
    ? {
        suggestion: `${path} is a field of ${listed(kinds)}, not of ${String(kind)}: use that kind, or remove it`,
      }
    : undefined;
}

function ofAmounts(field: UnknownField, { way }: Search): Advice | undefined {
  const targets = best(amounts(field, way), field, way);
  return targets.length ? didYouMean(targets) : undefined;
}

function sameShape(field: UnknownField, { way }: Search): Advice | undefined {
  const names = alike(field, way);
  return names.length && names.length <= MOST
    ? { suggestion: `did you mean ${listed(names.map((name) => `"${name}"`))}?` }
    : undefined;
}

function meantBy(field: UnknownField, name: string): Advice {
  const suggestion = `did you mean "${name}"?`;
  return isTaken(field, name)
    ? { suggestion: `${suggestion} That is set already: remove one of them` }
    : { suggestion, meant: [field.path.sibling(name)] };
}

const isTaken = ({ path, manifest }: UnknownField, name: string) =>
  valueAt(manifest, path.sibling(name).segments()) !== undefined;

function moveTo(targets: readonly Target[]): Advice {
  const free = targets.filter(({ taken }) => !taken);
  if (!free.length) {
    return {
      suggestion: `it belongs in ${listed(paths(targets))}, which is set already: remove one of them`,
    };
  }
  return { suggestion: moving(free), meant: free.flatMap(({ exact }) => exact ?? []) };
}

function didYouMean(targets: readonly Target[]): Advice {
  const advice = moveTo(targets);
  return advice.meant ? { ...advice, suggestion: `did you mean ${listed(paths(targets))}?` } : advice;
}

function moving(targets: readonly Target[]): string {
  const entry = targets.some(({ path }) => path.includes('[]')) ? ', where [] is an entry of the list' : '';
  return `move it to ${listed(paths(targets))}${entry}`;
}

const paths = (targets: readonly Target[]) => targets.slice(0, MOST_PATHS).map(({ path }) => path);

/** More places that are equally good are no help. */
const MOST_PATHS = 5;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}

/** Fields of a struct that are named if it has no more. */
const FEW = 6;

function removeIt({ manifest, path }: UnknownField, { end }: Way): string {
  const holder = valueAt(manifest, path.segments().slice(0, -1)) as object;
  const fields = [...end.fields.keys()];
  const free = fields.filter((name) => name !== 'status' && !Object.hasOwn(holder, name));
  return fields.length <= FEW && free.length
    ? `remove it, or use ${listed(free)}`
    : 'remove it: there is no such field in this kind';
}
