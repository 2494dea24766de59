/**
 * `npm run custom -- --kubeconfig=FILE --crds=FOLDER`: creates the CustomResourceDefinitions of files and
 * folders on a real server, in groups of their own, makes custom resources of their schemas, half of them
 * with mistakes, asks the server about each, and compares our verdict: cause by cause, letter by letter. At
 * the end it deletes the definitions. `--count` says how many resources there are in all, `--seed` which,
 * `--classes` how many kinds of difference are printed. `--only` takes a part of the names. `--resources`
 * is a file with valid ones that are changed, too. `--keep=FILE` keeps a small choice.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withSortedKeys } from '../lib/go/sorted-keys';
import { judge } from '../lib/validate/engine';
import { CUSTOM_RULE } from '../lib/validate/custom-kinds/rules';
import { customKind } from '../lib/validate/custom-kinds/custom-kind';
import type { RecordedCase } from '../test/support/recorded';
import { apart, type Definition, definitionsBelow, inGroup, resourcesIn } from './custom/definitions';
import { withMistakes, withOtherValues } from './custom/mistakes';
import { Samples } from './custom/samples';
import { Random } from './fuzz/random';
import { inLanes } from './lanes';
import { compare, type Comparison, difference } from './parity/compare';
import { cover, shapeOf, textOf } from './recorded/cover';
import { Server } from './server';

const { values: options } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    crds: { type: 'string', multiple: true },
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    classes: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    resources: { type: 'string' },
  },
});

/** Characters of the cases that are kept. */
const LONGEST = 90_000;

async function main(): Promise<void> {
  const server = new Server(options.kubeconfig!);
  const minor = await server.minor();
  const found = definitionsBelow(options.crds ?? []).filter(({ metadata }) =>
    metadata.name.includes(options.only),
  );
  const crds = found.map(apart);
  const created: Definition[] = [];
  try {
    const definitions = await askedOfDefinitions(server, crds);
    report(`definitions 1.${minor}`, definitions, minor, []);
    for (const { manifest, verdict } of definitions) {
      if (verdict.ok) created.push(manifest as Definition);
    }
    for (const crd of created) await server.create(crd);
    for (const crd of created) await server.established(crd.metadata.name);
    const resources = await askedOfResources(server, created, minor);
    report(`custom resources 1.${minor}`, resources, minor, created);
    if (options.keep) keep(options.keep, created, resources, minor);
  } finally {
    for (const crd of created) await server.remove(crd);
    server.close();
  }
}

async function askedOfDefinitions(server: Server, crds: readonly Definition[]): Promise<RecordedCase[]> {
  const verdicts = await inLanes(crds, (crd) => server.verdict(crd));
  return crds.flatMap((crd, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ id: crd.metadata.name, manifest: crd, verdict }] : [];
  });
}

async function askedOfResources(
  server: Server,
  crds: readonly Definition[],
  minor: number,
): Promise<RecordedCase[]> {
  const kinds = crds.flatMap(({ spec }) =>
    spec.versions
      .filter(({ served }: Definition) => served)
      .map((version: Definition) => [`${spec.group}/${version.name}`, spec.names.kind] as const),
  );
  const each = Math.ceil(Number(options.count) / Math.max(1, kinds.length));
  const manifests = kinds.flatMap(([apiVersion, kind], number) =>
    Array.from({ length: each }, (_, index) =>
      resource(apiVersion, kind, crds, minor, Random.of(Number(options.seed), number * each + index), index),
    ),
  );
  const verdicts = await inLanes(manifests, (manifest) => server.verdict(manifest));
  return manifests.flatMap((manifest, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ id: `${(manifest as Definition).kind} ${index}`, manifest, verdict }] : [];
  });
}

function resource(
  apiVersion: string,
  kind: string,
  crds: readonly Definition[],
  minor: number,
  random: Random,
  index: number,
): object {
  const { schema = {}, namespaced } = customKind(crds, apiVersion, kind, minor)!;
  const own = given.filter((each) => each.kind === kind && inGroup(each.apiVersion) === apiVersion);
  const sample = own.length
    ? { ...random.pick(own), apiVersion }
    : new Samples(random).resource(schema, apiVersion, kind, namespaced);
  return withSortedKeys(CHANGES[index % CHANGES.length](sample, random)) as object;
}

/** Valid ones that are given, by the groups of their files. */
const given: readonly Definition[] = options.resources ? resourcesIn(options.resources) : [];

/** Every other one has mistakes, or values of the same types that rules in CEL may not take. */
const CHANGES: readonly ((sample: object, random: Random) => object)[] = [
  (sample) => sample,
  withMistakes,
  (sample) => sample,
  withOtherValues,
];

function report(
  title: string,
  cases: readonly RecordedCase[],
  minor: number,
  crds: readonly Definition[],
): void {
  const all = cases.map((asked) => compare(asked, minor, crds));
  const share = (aspect: keyof Comparison['equal']) =>
    `${aspect} ${((100 * all.filter(({ equal }) => equal[aspect]).length) / Math.max(1, all.length)).toFixed(2)} %`;
  const accepted = cases.filter(({ verdict }) => verdict.ok).length;
  const refused = all.filter(({ recorded, ours }) => recorded.ok && !ours.ok);
  const byRules = cases.filter((asked) => isRefusedByRules(asked, minor, crds));
  console.log(
    `${title}: ${cases.length} asked, ${accepted} accepted, ${byRules.length} refused by rules in CEL, valid ones refused: ${refused.length}; ` +
      [share('verdicts'), share('causes'), share('messages'), share('warnings')].join(', '),
  );
  printClasses(all.filter(({ equal }) => !Object.values(equal).every(Boolean)));
}

function printClasses(differing: readonly Comparison[]): void {
  const classes = new Map<string, string[]>();
  for (const comparison of differing) {
    const text = difference(comparison, comparison.equal.messages ? 'warnings' : 'messages');
    const shape = shapeOf(text);
    classes.set(shape, [...(classes.get(shape) ?? []), `${comparison.id}: ${text}`]);
  }
  [...classes.values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, Number(options.classes))
    .forEach((texts) => console.log(`${String(texts.length).padStart(5)}  ${texts[0].slice(0, 1_000)}`));
}

/** As many of those that are refused by rules in CEL are kept besides. */
const MOST_BY_RULES = 100;

/** The definitions are on the first line, without descriptions. */
function keep(
  file: string,
  crds: readonly Definition[],
  cases: readonly RecordedCase[],
  minor: number,
): void {
  const lines = cases.map(({ manifest, verdict }) => ({ manifest, verdict }));
  const kept = new Set(
    cover(
      lines,
      ({ verdict: { ok, reason, message = '', causes = [], warnings = [] } }) => [
        `${ok} ${reason}`,
        ...(causes.length ? causes.map((cause) => shapeOf(cause.join(' '))) : [shapeOf(message)]),
        ...warnings.map(shapeOf),
      ],
      LONGEST,
    ),
  );
  lines
    .filter((_, index) => isRefusedByRules(cases[index], minor, crds))
    .slice(0, MOST_BY_RULES)
    .forEach((line) => kept.add(line));
  writeFileSync(file, `${JSON.stringify(crds, withoutDescriptions)}\n${textOf([...kept])}`);
}

function isRefusedByRules({ manifest }: RecordedCase, minor: number, crds: readonly Definition[]): boolean {
  return judge(manifest, { minor, crds }).findings.some(({ rule }) => rule === CUSTOM_RULE.id);
}

const withoutDescriptions = (key: string, value: unknown) =>
  key === 'description' && typeof value === 'string' ? undefined : value;

void main();
