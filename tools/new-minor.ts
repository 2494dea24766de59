/**
 * `npm run new-minor -- 1.38.0-beta.0`: says what a new minor of Kubernetes changes and what is to be decided
 * about it, without adding it to the known minors:
 *
 *     npm run new-minor -- 1.38.0-beta.0 --before=1.37.2 --kubeconfig=FILE --report=new-minor.md
 *
 * It compares the Go modules of both versions (`--modules`, where Go keeps them; they are downloaded if they
 * are missing): feature gates, and the places that make errors and warnings. With `--kubeconfig` it compares
 * what a running server of the new minor publishes with the OpenAPI documents of the minor before
 * (`--openapi`), and asks it about all recorded cases. `--save=FOLDER` keeps its documents in the form that
 * `npm run import-openapi` reads.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordedCases } from '../test/support/recorded';
import { changesBetween, fieldsOf, kindsOf, requiredOf, valuesOf } from './new-minor/changes';
import { documentsOf } from './new-minor/documents';
import { gateChanges, readGates } from './new-minor/gates';
import { openRanges } from './new-minor/open-ranges';
import { changedVerdicts } from './new-minor/replay';
import { reportText, type Section, sections } from './new-minor/report';
import { FOLDERS, sitesIn, sitesOnlyIn } from './new-minor/sites';
import { type MinorDocuments, readDocuments } from './openapi/documents';
import { Server } from './server';

const ROOT = join(__dirname, '..');

const {
  positionals: [version],
  values: options,
} = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string', default: '1.37.2' },
    kubeconfig: { type: 'string' },
    modules: { type: 'string', default: join(homedir(), 'go/pkg/mod') },
    openapi: { type: 'string', default: join(ROOT, '../shared/openapi') },
    report: { type: 'string' },
    save: { type: 'string' },
  },
});

/** 37 of 1.37.2; a beta is of the minor that it leads to. */
function minorIn(text: string | undefined): number {
  const match = /^v?1\.(\d+)\.\d+(?:-[\w.]+)?$/.exec(text ?? '');
  if (!match) throw new Error(`${JSON.stringify(text)} is no version: use one such as 1.38.0-beta.0`);
  return Number(match[1]);
}

async function main(): Promise<void> {
  const [minor, before] = [minorIn(version), minorIn(options.before)];
  const text = reportText(`From Kubernetes ${options.before} to ${version}`, [
    ...(await sectionsOfServer(minor, before)),
    ...sectionsOfSources(minor, before),
    {
      title: 'Open ranges',
      todo: 'Each of these holds for the new minor too, unless it gets an end.',
      lines: openRanges(ROOT, 'lib/validate'),
    },
  ]);
  if (options.report) writeFileSync(options.report, text);
  else process.stdout.write(text);
}

async function sectionsOfServer(minor: number, before: number): Promise<Section[]> {
  const { kubeconfig } = options;
  if (!kubeconfig) return [];
  const server = new Server(kubeconfig);
  const found = await server.minor();
  if (found !== minor) throw new Error(`the server is of 1.${found}, not of 1.${minor}`);
  const now = documentsOf(kubeconfig, minor);
  if (options.save) save(now, join(options.save, `v1.${minor}`));
  const changed = await changedVerdicts(server, recordedCases(`1.${before}`));
  server.close();
  return [
    ...sectionsOfDocuments(documentsOfMinor(before), now),
    {
      title: 'Changed verdicts',
      todo: `Limit the rule to the minors before, and write the new one for 1.${minor}.`,
      lines: changed,
    },
  ];
}

function documentsOfMinor(minor: number): MinorDocuments {
  const found = readDocuments(options.openapi).find((documents) => documents.minor === minor);
  if (!found) {
    throw new Error(`${options.openapi} has no v1.${minor}: name a folder that has, with --openapi`);
  }
  return found;
}

const sectionsOfDocuments = (before: MinorDocuments, now: MinorDocuments): Section[] => [
  ...sections(
    'kinds',
    'A strategy for each (npm run new -- kind).',
    changesBetween(kindsOf(before), kindsOf(now)),
  ),
  ...sections(
    'fields',
    'A rule, a default, or a gate that drops it.',
    changesBetween(fieldsOf(before), fieldsOf(now)),
  ),
  ...sections('enum values', 'The rule that lists them.', changesBetween(valuesOf(before), valuesOf(now))),
  ...sections(
    'required fields',
    'Whether the server asks for it.',
    changesBetween(requiredOf(before), requiredOf(now)),
  ),
];

function sectionsOfSources(minor: number, before: number): Section[] {
  const [old, now] = [moduleOf(options.before), moduleOf(version)];
  const [oldSites, sites] = [sitesIn(old), sitesIn(now)];
  return [
    {
      title: 'Feature gates',
      todo: 'lib/validate/gates/gates.ts: those that decide what a server takes on create.',
      lines: gateChanges(readGates(old, before), readGates(now, minor)),
    },
    {
      title: 'New error and warning sites',
      todo: `Places below ${FOLDERS.join(', ')} of the new version: a rule for each that a manifest can reach.`,
      lines: sitesOnlyIn(sites, oldSites),
    },
    {
      title: 'Removed error and warning sites',
      todo: 'Places of the version before: an end for the rule, or other words.',
      lines: sitesOnlyIn(oldSites, sites),
    },
  ];
}

/** Folder of the sources of k8s.io/kubernetes. Go may fetch them and still refuse to build them. */
function moduleOf(wanted: string): string {
  const module = `k8s.io/kubernetes@v${wanted}`;
  const folder = join(options.modules, module);
  if (existsSync(folder)) return folder;
  const { stdout, stderr, error } = spawnSync('go', ['mod', 'download', '-json', module], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod', GOMODCACHE: options.modules },
  });
  if (!existsSync(folder)) throw new Error(`no ${module}: ${error?.message ?? (stdout || stderr)}`);
  return folder;
}

function save({ schemas, resources }: MinorDocuments, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
  write('all.json', { components: { schemas } });
  write('resources.json', resources);
}

main().catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
