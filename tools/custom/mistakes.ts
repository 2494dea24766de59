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
  if (Array.isArray(value)) value.push(structuredClone(random.pick([...value, ...MISFITS])));
  else if (isHolder(value))
    value[random.pick(['stray', 'name', 'a'])] = structuredClone(random.pick(MISFITS));
  else holder[key] = typeof value === 'string' ? `${value}_` : structuredClone(random.pick(MISFITS));
};

const MISTAKES: readonly Mistake[] = [replace, replace, remove, misspell, add];
