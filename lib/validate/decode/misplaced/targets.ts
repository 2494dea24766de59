import type { FieldPath, PathSegment } from '../../path';
import { fits } from './fits';
import type { Place } from './places';
import { isMap, valueAt } from '../../../object/value-at';
import { pathOf, type UnknownField, unknownBeside, type Way } from './unknown';

/** Where a field may belong. */
export interface Target {
  /** The object, or the map. */
  readonly holder: Place;
  readonly key: string;
  /** The path, as far as it is known: `[]` stands for an entry of a list. */
  readonly path: string;
  /** The path if no entry has to be chosen. */
  readonly exact?: FieldPath;
  /** How many of the objects on the way down the manifest does not have. */
  readonly missing: number;
  /** Whether it is in the object that lacks the field. */
  readonly inside: boolean;
  /** Whether the manifest has something else there. */
  readonly taken: boolean;
  readonly cost: number;
  /** Whether the value has the right type. */
  readonly fitting: boolean;
}

/** A step up is longer than one down: fields are more often put too high than too low. */
const UP = 1.25;

/** An entry of a list is further away than a field: it has to be chosen. */
const CHOICE = 1.5;

/** A field further up that is set already was hardly meant. */
const TAKEN = 2;

/** A field that an object must have and does not have was probably meant. */
const NEEDED = 0.5;

/** Names that are equally likely are all given, as long as they are few. */
export const MOST = 3;

/** Scalars that hold one of a few words, by the end of their path. */
const WORDS: { readonly [path: string]: readonly unknown[] } = { 'os.name': ['linux', 'windows'] };

const isWord = ({ value }: UnknownField, { name, parent }: Place) =>
  WORDS[`${parent!.name}.${name}`]?.includes(value) ?? true;

/** Of several places those that are nearest and fit best. */
export function nearest(field: UnknownField, way: Way, places: readonly Place[]): readonly Target[] {
  const others = places.filter(
    (place) => place.parent !== way.end && !way.isAround(place) && !isEphemeral(place, way),
  );
  const fitting = others.filter(
    (place) => fits(field.value, place.type!, field.minor) && isWord(field, place),
  );
  const targets = (fitting.length ? fitting : others).map((place) => ({
    ...targetOf(field, way, place.parent!, place.name),
    fitting: fitting.length > 0,
  }));
  return above(targets) ?? best(targets, field, way);
}

/** No manifest can have ephemeral containers: they are added to a Pod that runs. */
function isEphemeral({ parent }: Place, { end }: Way): boolean {
  const within = (place: Place | undefined): boolean =>
    place !== undefined && (place.name === 'ephemeralContainers' || within(place.parent));
  return within(parent) && !within(end);
}

/**
 * A place further up is likelier than several inside that are hardly nearer: that of the Pod than those of
 * the probes.
 */
function above(targets: readonly Target[]): readonly Target[] | undefined {
  const least = Math.min(...targets.map(({ cost }) => cost));
  if (targets.filter(({ cost }) => cost === least).length < 2) return undefined;
  const outside = targets.filter(({ inside, cost }) => !inside && cost <= least + HARDLY);
  return outside.length === 1 ? outside : undefined;
}

const HARDLY = 0.5;

export const best = (targets: readonly Target[], field: UnknownField, way: Way) =>
  FILTERS.reduce<readonly Target[]>((left, measure) => {
    const values = left.map((target) => measure(target, field, way));
    const least = Math.min(...values);
    return left.filter((_, index) => values[index] === least);
  }, targets);

/** What makes a target better than another, the weightiest first: less is better. */
const FILTERS: readonly ((target: Target, field: UnknownField, way: Way) => number)[] = [
  ({ cost }) => cost,
  ({ taken }) => Number(taken),
  ({ missing }) => missing,
  ({ holder }, field, way) =>
    -unknownBeside(field, way.end.fields).filter((key) => holder.fields.has(key)).length,
  ({ holder }, field, way) => {
    const keys = unknownBeside(field, way.end.fields);
    return [...holder.fields.values()].filter(({ name, required }) => required && !keys.includes(name))
      .length;
  },
  ({ holder }) => (holder.required ? 0 : 1),
];

/** The field `key` of an object, or the entry of a map. */
export function targetOf({ manifest }: UnknownField, way: Way, holder: Place, key: string): Target {
  const { up, from, down } = way.path(holder);
  const trail = new Trail(manifest, from.at);
  for (const { name, struct, levels } of down) {
    trail.field(name);
    for (let level = 0; struct !== undefined && level < levels; level++) trail.entry();
  }
  const { choices, missing } = trail;
  const isSet = isMap(trail.value) && Object.hasOwn(trail.value, key);
  const crowded = (isSet && up > 0) || (!choices && hasAlternative(trail.value, key, holder));
  const more = (crowded ? TAKEN : 0) - (isNeeded(trail.value, key, holder) ? NEEDED : 0);
  const cost = UP * up + down.length + 1 + CHOICE * choices + more;
  trail.field(key);
  const { path, exact } = trail;
  const taken = isSet && exact !== undefined;
  return { holder, key, path, exact, missing, inside: !up, taken, cost, fitting: true };
}

const isNeeded = (value: unknown, key: string, { fields }: Place) =>
  isMap(value) && !Object.hasOwn(value, key) && fields.get(key)?.required === true;

/** Structs of which one field is set, and the fields that may be set besides. */
const ALTERNATIVES: { readonly [struct: string]: readonly string[] } = {
  'core.v1.EnvVarSource': [],
  'core.v1.LifecycleHandler': [],
  'core.v1.Probe': [
    'failureThreshold',
    'initialDelaySeconds',
    'periodSeconds',
    'successThreshold',
    'terminationGracePeriodSeconds',
    'timeoutSeconds',
  ],
  'core.v1.Volume': ['name'],
  'core.v1.VolumeProjection': [],
};

/** Whether a struct of which one field is set has another one already. */
function hasAlternative(value: unknown, key: string, { struct = '' }: Place): boolean {
  const besides = ALTERNATIVES[struct];
  if (!besides || besides.includes(key) || !isMap(value)) return false;
  return Object.keys(value).some((name) => name !== key && !besides.includes(name));
}

/** A path that is followed down a manifest, as far as the manifest has it. */
class Trail {
  exact: FieldPath | undefined;
  path: string;
  value: unknown;
  choices = 0;
  missing = 0;

  constructor(manifest: object, at: readonly PathSegment[]) {
    this.exact = pathOf(at);
    this.path = this.exact.toString();
    this.value = valueAt(manifest, at);
  }

  field(name: string): void {
    const simple = /^[\w-]+$/.test(name);
    this.path += simple ? `${this.path && '.'}${name}` : `[${name}]`;
    this.exact = simple ? this.exact?.field(name) : this.exact?.key(name);
    this.value = isMap(this.value) ? this.value[name] : undefined;
    if (this.value === undefined) this.missing++;
  }

  /** The only entry of a list, or any: which one is for the user to say. */
  entry(): void {
    const list: readonly unknown[] = Array.isArray(this.value) ? this.value : [];
    const only = list.length === 1;
    this.exact = only ? this.exact?.index(0) : undefined;
    this.path += only ? '[0]' : '[]';
    this.value = list[0];
    this.choices++;
  }
}
