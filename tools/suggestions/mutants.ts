import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { recordedCases } from '../../test/support/recorded';
import { recordedData } from '../../test/support/shared';
import { Random } from '../fuzz/random';
import { manifestText } from './manifest-text';
import { MISTAKES } from './mistakes';
import type { Mutant } from './outcome';
import { placesIn } from './places';

/** The recorded cases: bases with a patch, and files in which the text matters. */
export function* recordedMutants(minor: number): Generator<Mutant> {
  for (const { id, manifest } of recordedCases(`1.${minor}`)) yield { id, text: manifestText(manifest) };
  for (const name of readdirSync(recordedData('parity', 'raw'))) {
    yield { id: name, text: readFileSync(recordedData('parity', 'raw', name), 'utf8') };
  }
}

/** Bases with one mistake each, of every kind in turn; the same for the same seed. */
export function* madeMutants(seed: number): Generator<Mutant> {
  const decks = MISTAKES.map((mistake, index) =>
    shuffled(
      [...baseManifests()].flatMap(([base, manifest]) => mutantsOf(base, manifest, mistake)),
      Random.of(seed, index),
    ),
  );
  for (let round = 0; decks.some((deck) => round < deck.length); round++) {
    for (const deck of decks) if (round < deck.length) yield deck[round]();
  }
}

function mutantsOf(
  base: string,
  manifest: unknown,
  { name, variants }: (typeof MISTAKES)[number],
): (() => Mutant)[] {
  return placesIn(manifest).flatMap((place) =>
    variants(place, manifest).map(({ make, mean }, index) => () => {
      const mistaken = changedBy(manifest, make);
      return {
        id: `${base}: ${name} ${place.way.join('.')} ${index}`,
        text: manifestText(mistaken),
        original: mean ? changedBy(manifest, mean) : manifest,
      };
    }),
  );
}

function changedBy(manifest: unknown, change: (copy: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(manifest);
  change(copy);
  return copy;
}

function* baseManifests(): Generator<[base: string, manifest: unknown]> {
  for (const file of readdirSync(recordedData('parity', 'bases'))) {
    const text = readFileSync(recordedData('parity', 'bases', file), 'utf8');
    yield [basename(file, '.yaml'), [...new Source(text).documents()][0].value];
  }
}

function shuffled<T>(items: T[], random: Random): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}
