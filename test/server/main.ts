/** Asks the server that KUBECONFIG names about each case of both tables: `main.ts`. */
import { spawnSync } from 'node:child_process';
import { CASES, levelOf, workloadOf } from '../support/table/cases';
import { COMPANION_CASES, companionLevel, companionObjects } from '../support/table/companions';

const LEVELS = ['baseline', 'restricted'] as const;
const namespaceOf = (level: string) => `pod-patterns-${level}`;

/** One call of kubectl with a list of objects: what it printed. */
function kubectl(args: readonly string[], items: readonly object[]) {
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { error, stdout, stderr } = spawnSync('kubectl', [...args, '--filename=-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  return { lines: stdout.split('\n').filter(Boolean), complaints: stderr.split('\n').filter(Boolean) };
}

function makeNamespaces(): void {
  const labels = (level: string) => ({
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/warn': level,
  });
  const { lines, complaints } = kubectl(
    ['apply'],
    LEVELS.map((level) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespaceOf(level), labels: labels(level) },
    })),
  );
  if (lines.length < LEVELS.length) throw new Error(complaints.join('\n'));
}

interface Manifest {
  readonly metadata: { readonly name: string };
}

/** Kinds of the objects beside a workload that are in no namespace. */
const CLUSTER_SCOPED = /^Cluster/;

function inNamespace(object: object, level: string): object {
  const manifest = object as Manifest & { readonly kind: string };
  if (CLUSTER_SCOPED.test(manifest.kind)) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, namespace: namespaceOf(level) } };
}

const manifests = (): object[] => [
  ...CASES.map((row) => inNamespace(workloadOf(row).apiObject.toJson() as object, levelOf(row))),
  ...COMPANION_CASES.flatMap((row) =>
    companionObjects(row).map((object) => inNamespace(object, companionLevel(row))),
  ),
];

/** What kubectl says, with the titles of the cases in the place of their names. */
const readable = (line: string) =>
  line
    .replace(/\bdemo-case-(\d+)\b/g, (_, index: string) => `[${CASES[Number(index)].title}]`)
    .replace(/\bdemo-companion-(\d+)\b/g, (_, index: string) => `[${COMPANION_CASES[Number(index)].title}]`);

makeNamespaces();
const objects = manifests();
const { lines, complaints } = kubectl(
  ['create', '--dry-run=server', '--validate=strict', '--output=name'],
  objects,
);
const warnings = complaints.filter((line) => line.startsWith('Warning:'));
console.log(`${lines.length} of ${objects.length} manifests accepted, ${warnings.length} warnings`);
complaints.forEach((line) => console.log(readable(line)));
process.exitCode = lines.length === objects.length && !complaints.length ? 0 : 1;
