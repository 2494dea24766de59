import { Random } from '../fuzz/random';

type Holder = { [key: string]: unknown };

/** What manifests have in each field, as JSON. */
type Values = ReadonlyMap<string, readonly string[]>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
  /** The names of the two innermost fields. */
  readonly field: string;
}

/** Amounts in many notations. */
const AMOUNTS = [
  '0',
  '1',
  '1000m',
  '1.5',
  '0.1',
  '1500m',
  '1000',
  '1024',
  '1024Ki',
  '1e3',
  '1E',
  '0.5Gi',
  '100u',
  '1n',
  '1.0',
  '010',
  '+5',
  '2000k',
  '1.1Gi',
];
const MOST = 3;

/**
 * New manifests made of given ones: fields removed, emptied, or with what others have there. The same for the
 * same seed.
 */
export function mutations(manifests: readonly object[], count: number, seed: number): object[] {
  const random = new Random(seed);
  const values = valuesOf(manifests);
  return Array.from({ length: count }, () => {
    const manifest = structuredClone(random.pick(manifests)) as Holder;
    for (let left = 1 + random.below(MOST); left > 0; left--) {
      const places = placesIn(manifest);
      if (places.length) mutate(random.pick(places), values, random);
    }
    return manifest;
  });
}

function valuesOf(manifests: readonly object[]): Values {
  const values = new Map<string, Set<string>>();
  for (const { holder, key, field } of manifests.flatMap((manifest) => placesIn(manifest as Holder))) {
    values.set(field, (values.get(field) ?? new Set()).add(JSON.stringify(holder[key])));
  }
  return new Map([...values].map(([field, all]) => [field, [...all]]));
}

function placesIn(value: unknown, way: readonly string[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value)
    .filter((key) => way.length || !['apiVersion', 'kind'].includes(key))
    .flatMap((key) => {
      const inner = Array.isArray(value) ? way : [...way, key];
      return [
        { holder: value as Holder, key, field: inner.slice(-2).join(' ') },
        ...placesIn((value as Holder)[key], inner),
      ];
    });
}

function mutate({ holder, key, field }: Place, values: Values, random: Random): void {
  const value = holder[key];
  const choice = random.next();
  if (choice < 0.2) {
    remove(holder, key);
  } else if (choice < 0.3) {
    holder[key] = null;
  } else if (choice < 0.5) {
    holder[key] = emptied(value);
  } else if (choice < 0.6 && typeof value === 'string' && /^[\d.]+[a-zA-Z]*$/.test(value)) {
    holder[key] = random.pick(AMOUNTS);
  } else if (choice < 0.8 || Array.isArray(holder)) {
    holder[key] = JSON.parse(random.pick(values.get(field) ?? ['null']));
  } else {
    addSibling(holder, field.split(' ')[0], values, random);
  }
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'boolean') return !value;
  return { string: '', number: 0 }[typeof value as string] ?? {};
}

function addSibling(holder: Holder, owner: string, values: Values, random: Random): void {
  const fields = [...values.keys()].filter((field) => field.startsWith(`${owner} `));
  if (!fields.length) return;
  const field = random.pick(fields);
  holder[field.slice(owner.length + 1)] = JSON.parse(random.pick(values.get(field)!));
}
