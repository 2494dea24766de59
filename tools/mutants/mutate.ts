import { withSortedKeys } from '../../lib/go/sorted-keys';
import { kindOf, structOf } from '../../lib/validate/schema/schema';
import { Random } from '../fuzz/random';
import { type Holder, isHolder, type Place, placesIn } from './places';
import { Values } from './values';

interface Base extends Holder {
  readonly apiVersion: string;
  readonly kind: string;
}

/** How often a place inside `metadata` is taken: rules for that are not the kind's own. */
const METADATA = 0.1;
const SEVERAL = 0.3;

/** Random mistakes in manifests of one kind; the same for the same seed. */
export class Mutants {
  private readonly values = new Values();

  constructor(
    private readonly bases: readonly Base[],
    private readonly seed: number,
  ) {
    for (const { holder, key, field } of bases.flatMap(placesOf)) {
      if (!Array.isArray(holder)) this.values.add(field, holder[key]);
    }
  }

  /**
   * The mutant of a number, its keys sorted, as kubectl sends them: the order decides which unknown field
   * comes first.
   */
  of(index: number): object {
    const random = Random.of(this.seed, index);
    const base = random.pick(this.bases);
    const manifest = structuredClone(base);
    do {
      const inMetadata = random.chance(METADATA);
      const places = placesOf(manifest).filter(
        ({ field }) =>
          field.includes('.ObjectMeta.') === inMetadata && !field.endsWith('.ObjectMeta.namespace'),
      );
      if (places.length) this.mutate(random.pick(places), random);
    } while (random.chance(SEVERAL));
    restoreNamespace(manifest, base);
    return withSortedKeys(manifest) as object;
  }

  private mutate(place: Place, random: Random): void {
    random.pick(OPERATORS)(place, random, this.values);
  }
}

const placesOf = (manifest: Base): Place[] =>
  placesIn(manifest, kindOf(manifest.apiVersion, manifest.kind)!.struct);

type Operator = (place: Place, random: Random, values: Values) => void;

const replace: Operator = ({ holder, key, field, type }, random, values) => {
  holder[key] = values.any(field, type, random);
};

/** Sets a field that may be missing, in the struct that the place is, or is part of. */
const set: Operator = (place, random, values) => {
  const { holder, key, field, type } = place;
  const inner = holder[key];
  const [target, struct] =
    'struct' in type && isHolder(inner) && !Array.isArray(inner)
      ? [inner, type.struct]
      : [holder, field.slice(0, field.lastIndexOf('.'))];
  const fields = structOf(struct);
  if (Array.isArray(target) || !fields.size || !Object.keys(target).every((name) => fields.has(name))) {
    return replace(place, random, values);
  }
  const [name, { type: wanted }] = random.pick([...fields]);
  if (name !== 'apiVersion' && name !== 'kind') {
    target[name] = values.any(`${struct}.${name}`, wanted, random);
  }
};

const remove: Operator = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

const empty: Operator = ({ holder, key }) => {
  const value = holder[key];
  if (Array.isArray(value)) holder[key] = [];
  else if (isHolder(value)) holder[key] = {};
  else holder[key] = { string: '', number: 0, boolean: !value }[typeof value as string] ?? null;
};

const nullify: Operator = ({ holder, key }) => {
  holder[key] = null;
};

const misspell: Operator = (place, random, values) => {
  const { holder, key } = place;
  if (Array.isArray(holder)) return duplicate(place, random, values);
  const name = String(key);
  const wrong = random.pick([
    `${name}x`,
    name.toLowerCase(),
    `${name[0]?.toUpperCase()}${name.slice(1)}`,
    'a_b',
    '',
  ]);
  const value = holder[key];
  delete holder[key];
  holder[wrong] = value;
};

const duplicate: Operator = (place, random, values) => {
  const { holder, key } = place;
  if (Array.isArray(holder)) {
    holder.push(structuredClone(holder[Number(key)]));
  } else if (Array.isArray(holder[key]) && holder[key].length) {
    holder[key].push(structuredClone(random.pick(holder[key] as unknown[])));
  } else {
    replace(place, random, values);
  }
};

const alter: Operator = (place, random, values) => {
  const { holder, key } = place;
  const value = holder[key];
  if (typeof value !== 'string') return replace(place, random, values);
  holder[key] = random.pick([
    `${value}x`,
    value.toLowerCase(),
    `${value}.`,
    `-${value}`,
    ` ${value}`,
    value.slice(1),
  ]);
};

/** Each as often as it is listed. */
const OPERATORS: readonly Operator[] = [
  replace,
  replace,
  replace,
  set,
  set,
  remove,
  remove,
  empty,
  nullify,
  misspell,
  duplicate,
  alter,
];

/** The request's address has the namespace, so that a bad one never gets to the rules. */
function restoreNamespace({ metadata }: Base, base: Base): void {
  if (!isHolder(metadata) || Array.isArray(metadata)) return;
  const { namespace } = (base.metadata ?? {}) as Holder;
  if (namespace === undefined) delete metadata.namespace;
  else metadata.namespace = namespace;
}
