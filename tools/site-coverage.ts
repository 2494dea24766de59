/**
 * `npm run site-coverage -- --cover-profile=FILE`: how many of the places of kube-apiserver that make an
 * error or a warning for a created object our cases hit, for each strategy and admission plugin, and which
 * they do not hit. tools/coverage/reasons.json says why. FILE is a profile of a kube-apiserver that was built
 * with `go build -cover` (see CONTRIBUTING.md); the option may be repeated. `--kind=deployment` limits the
 * output. `--commit` writes the figures to test/validate/site-coverage.json.
 *
 * `npm run site-coverage -- --ask --kubeconfig=FILE` sends every case of the tests to a server.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withSortedKeys } from '../lib/go/sorted-keys';
import { CoverProfile } from './coverage/cover-profile';
import {
  countOf,
  grouped,
  type JudgedSite,
  judgeSites,
  packageOf,
  type Reason,
  explains,
} from './coverage/count';
import { heldCases } from './coverage/held-cases';
import { sitesOf } from './coverage/sites';
import { inLanes } from './lanes';
import { Server } from './server';

const REASONS = join(__dirname, 'coverage/reasons.json');
const COMMITTED = join(__dirname, '../test/validate/site-coverage.json');

const { values: options } = parseArgs({
  options: {
    'cover-profile': { type: 'string', multiple: true, default: [] },
    version: { type: 'string', default: '1.36.3' },
    modules: { type: 'string', default: join(homedir(), 'go/pkg/mod') },
    kind: { type: 'string', multiple: true },
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    ask: { type: 'boolean' },
    commit: { type: 'boolean' },
  },
});

async function ask(): Promise<void> {
  const server = new Server(options.kubeconfig!);
  const cases = heldCases();
  const verdicts = await inLanes(cases, (manifest) => server.verdict(withSortedKeys(manifest) as object));
  server.close();
  console.log(`${verdicts.filter(Boolean).length} of ${cases.length} cases answered`);
}

function report(): void {
  const profile = new CoverProfile(options['cover-profile'].map((file) => readFileSync(file, 'utf8')));
  const reasons = JSON.parse(readFileSync(REASONS, 'utf8')) as Reason[];
  const all = judgeSites(sitesOf(options.modules, options.version), profile, reasons);
  const wanted = all.filter(({ site }) => !options.kind || site.owners.some(isWanted));
  for (const [owner, judged] of grouped(wanted, ({ owners }) => owners)) {
    if (isWanted(owner)) print(owner, judged);
  }
  print('all', wanted);
  wanted.filter(({ outcome }) => outcome === 'missed').forEach((one) => console.log(lineOf(one)));
  const idle = reasons.filter((one) => !all.some(({ site }) => explains(one, site)));
  idle.forEach((one) => console.log(`no site has the reason ${JSON.stringify(one)}`));
  if (options.commit) commit(all);
}

const isWanted = (owner: string) =>
  !options.kind || options.kind.some((kind) => owner.split('/').includes(kind));

function print(name: string, judged: readonly JudgedSite[]): void {
  const { reachable, hit, percent, unreachable } = countOf(judged);
  console.log(`${name.padEnd(60)} ${hit} of ${reachable}, ${percent} %; cannot be reached: ${unreachable}`);
}

const lineOf = ({ site, reason = 'no case hits it' }: JudgedSite) =>
  `${site.file.replace(/^k8s\.io\//, '')}:${site.line} ${site.function}: ${site.text.slice(0, 200)}: ${reason}`;

function commit(all: readonly JudgedSite[]): void {
  const counts = (groups: readonly [string, JudgedSite[]][]) =>
    Object.fromEntries(groups.map(([name, judged]) => [name, countOf(judged)]));
  const missed = all.filter(({ outcome }) => outcome === 'missed');
  const figures = {
    version: options.version,
    all: countOf(all),
    packages: counts(grouped(all, (site) => [packageOf(site)])),
    kinds: counts(grouped(all, ({ owners }) => owners)),
    missed: missed.map(lineOf),
    unreachable: countsOfReasons(all),
  };
  writeFileSync(COMMITTED, `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** How many sites each reason explains that a manifest cannot reach. */
function countsOfReasons(all: readonly JudgedSite[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, reason } of all) {
    if (outcome === 'unreachable') counts[reason!] = (counts[reason!] ?? 0) + 1;
  }
  return counts;
}

if (options.ask) void ask();
else report();
