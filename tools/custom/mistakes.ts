import type { Random } from '../fuzz/random';
import { type Holder, isHolder } from '../mutants/places';

interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
}

const MISFITS: readonly unknown[] = [
  null, '', 'a', 'A b', -1, 0, 1, 1.5, 2 ** 31, 2 ** 40, true, false, [], {}, [null], [1], ['a', 'a'], { a: 'b' }, 'x'.repeat(300),
]; // prettier-ignore

const HEAD: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'namespace']);

/** A manifest with one to three random mistakes. */
export function withMistakes(manifest: object, random: Random): object {
  const changed = structuredClone(manifest) as Holder;
  do {
    const spots = [...spotsIn(changed, 0)];
    const inMetadata = random.chance(0.05);
    const some = spots.filter(({ key }) => inMetadata || !['metadata', 'name'].includes(String(key)));
    if (some.length) random.pick(MISTAKES)(random.pick(some), random);
  } while (random.chance(0.25));
  return changed;
}

/** A manifest with other values of the same types in one to three places. */
export function withOtherValues(manifest: object, random: Random): object {
  const changed = structuredClone(manifest) as Holder;
  do {
    const spots = [...spotsIn(changed, 0)].filter(({ key }) => !['metadata', 'name'].includes(String(key)));
    if (spots.length) change(random.pick(spots), random);
  } while (random.chance(0.4));
  return changed;
}

function change({ holder, key }: Spot, random: Random): void {
  const value = holder[key];
  if (typeof value === 'number') holder[key] = random.pick([0, 1, -1, 7, 443, value + 1, value * 2]);
  else if (typeof value === 'boolean') holder[key] = !value;
  else if (typeof value === 'string') holder[key] = random.pick(['', 'a', 'b', `${value}a`, value.slice(1)]);
  else if (Array.isArray(value)) holder[key] = [...value, ...structuredClone(value.slice(0, 1))];
  else if (!Array.isArray(holder)) delete holder[key];
}

function* spotsIn(holder: Holder, depth: number): Generator<Spot> {
  for (const key of Object.keys(holder)) {
    if (depth < 2 && HEAD.has(key)) continue;
    const place = Array.isArray(holder) ? Number(key) : key;
    yield { holder, key: place };
    const value = holder[place];
    if (isHolder(value)) yield* spotsIn(value, depth + 1);
  }
}

type Mistake = (spot: Spot, random: Random) => void;

const replace: Mistake = ({ holder, key }, random) => {
  holder[key] = structuredClone(random.pick(MISFITS));
};

const remove: Mistake = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

const misspell: Mistake = ({ holder, key }, random) => {
  if (Array.isArray(holder)) return;
  const value = holder[key];
  delete holder[key];
  holder[random.pick([`${key}x`, String(key).toLowerCase(), 'stray', `${key}.a`])] = value;
};

const add: Mistake = ({ holder, key }, random) => {
  const value = holder[key];
  if (Array.isArray(value)) {
    value.push(structuredClone(random.pick([...value, ...MISFITS])));
  } else if (isHolder(value)) {
    value[random.pick(['stray', 'name', 'a'])] = structuredClone(random.pick(MISFITS));
  } else {
    holder[key] = typeof value === 'string' ? `${value}_` : structuredClone(random.pick(MISFITS));
  }
};

const MISTAKES: readonly Mistake[] = [replace, replace, remove, misspell, add];
