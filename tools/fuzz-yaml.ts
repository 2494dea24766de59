import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Random } from './fuzz/random';
import { answersOf, ownAnswers } from './fuzz-yaml/answers';
import { compare, type Difference } from './fuzz-yaml/compare';
import { yamlText } from './fuzz-yaml/grammar';

/*
 * npm run fuzz-yaml -- [--texts=20000] [--seed=N] [--kubectl=kubectl] [--kubernetes-version=1.32] [--show=3]
 *
 * Gives random YAML to kubectl and to our own reader, and counts what they read differently. It needs a
 * kubectl of the version given, but no cluster.
 */

/** Texts that one process reads. */
const BATCH = 500;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    kubectl: { type: 'string', default: 'kubectl' },
    'kubernetes-version': { type: 'string', default: '1.32' },
    show: { type: 'string', default: '3' },
    save: { type: 'string' },
  },
});

const seed = Number(values.seed ?? Date.now() % 2 ** 31);

function main(): void {
  const count = Number(values.texts);
  const differences: Difference[] = [];
  let refused = 0;
  for (let start = 0; start < count; start += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      yamlText(Random.of(seed, start + index)),
    );
    const theirs = answersOf(values.kubectl, texts);
    const ours = ownAnswers(values['kubernetes-version'], texts);
    refused += theirs.filter(({ errors }) => errors.length).length;
    texts.forEach((text, index) => {
      const found = compare(text, theirs[index], ours[index]);
      if (found) differences.push({ ...found, index: start + index });
    });
  }
  report(count, refused, differences);
}

function report(count: number, refused: number, differences: readonly Difference[]): void {
  const classes = new Map<string, Difference[]>();
  for (const each of differences) classes.set(each.kind, [...(classes.get(each.kind) ?? []), each]);
  const wrong = differences.filter(({ isReading }) => isReading).length;
  console.log(`seed ${seed}: ${count} texts, of which kubectl refuses ${refused}`);
  console.log(`${wrong} are read differently (${((100 * wrong) / count).toFixed(3)} %)`);
  for (const [kind, found] of [...classes].sort(([, a], [, b]) => b.length - a.length)) {
    console.log(`\n${found.length} × ${kind}`);
    for (const each of found.slice(0, Number(values.show))) show(each);
  }
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(differences, null, 1));
  if (wrong > count / 1000) process.exitCode = 1;
}

function show({ index, text, theirs, ours }: Difference): void {
  console.log(`  ${index}: ${JSON.stringify(text)}`);
  console.log(`    kubectl: ${theirs.errors.join(' | ') || theirs.objects.replace(/\s+/g, ' ')}`);
  console.log(`    ours:    ${ours.errors.join(' | ') || ours.objects.replace(/\s+/g, ' ')}`);
}

main();
