import { readFileSync } from 'node:fs';
import { JsonPatch } from 'cdk8s';
import type { Cluster } from '../../lib/validate/cluster';
import { Source } from '../../lib/manifest/source';
import { recordedData, selected, shared } from './shared';

/** What a server said of a manifest, as ../shared/parity/README.md describes it. */
export interface Verdict {
  readonly ok: boolean;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: readonly (readonly [reason: string, field: string, message: string])[];
  readonly warnings?: readonly string[];
}

export interface RecordedCase {
  readonly id: string;
  readonly manifest: unknown;
  readonly verdict: Verdict;
  /** The manifest as people have published it, where the case is one of those. */
  readonly corpusFile?: string;
}

/** What the servers held that gave the verdicts. */
export function recordedCluster(): Cluster {
  const objects = [...new Source(readFileSync(recordedData('parity', 'setup.yaml'), 'utf8')).documents()].map(
    ({ value }) => value as ClusterObject,
  );
  const named = <T>(kind: string) =>
    Object.fromEntries(
      objects.filter((object) => object.kind === kind).map((object) => [object.metadata.name, object as T]),
    );
  return {
    priorityClasses: named('PriorityClass'),
    runtimeClasses: named('RuntimeClass'),
    adminNamespaces: [],
    serviceAccountAdmission: false,
    serviceRanges: ['10.96.0.0/16'],
  };
}

interface ClusterObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace' | 'move';
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

const readLines = <T>(file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Case → what a minor's server said. A minor that is new may be in the selection alone. */
function verdictsOf(minor: string, files: readonly string[]): Map<string, Verdict> {
  for (const file of files) {
    const entries = readLines<{ id: string; verdicts: (Verdict & { minors: string[] })[] }>(file);
    const said = entries.flatMap(({ id, verdicts }): [string, Verdict][] => {
      const found = verdicts.find(({ minors }) => minors.includes(minor));
      return found ? [[id, found]] : [];
    });
    if (said.length) return new Map(said);
  }
  return new Map();
}

const RECORDED = [recordedData('parity', 'verdicts.jsonl'), selected('parity', 'verdicts.jsonl')];

/**
 * Every recorded case with what the minor's server said: those of the selection in the repository if the
 * others are not there. The verdicts are those of the first of `files` that has any of the minor.
 */
export function recordedCases(minor: string, files: readonly string[] = RECORDED): RecordedCase[] {
  const verdicts = verdictsOf(minor, files);
  return readLines<{ id: string; base: string; patch: PatchOperation[] }>(
    recordedData('parity', 'cases.jsonl'),
  )
    .filter(({ id }) => verdicts.has(id))
    .map(({ id, base, patch }) => ({
      id,
      manifest: JsonPatch.apply(baseOf(base), ...patch.map(operation)),
      corpusFile: base.startsWith('corpus/') && !patch.length ? base : undefined,
      verdict: verdicts.get(id)!,
    }));
}

const bases = new Map<string, string>();

function baseOf(base: string): unknown {
  if (!bases.has(base)) bases.set(base, JSON.stringify(readBase(base)));
  return JSON.parse(bases.get(base)!);
}

function readBase(base: string): unknown {
  const [file, number = '0'] = base.split('#');
  const path = file.startsWith('corpus/') ? shared(file) : recordedData('parity', 'bases', `${file}.yaml`);
  return [...new Source(readFileSync(path, 'utf8')).documents()].filter(({ value }) => value !== null)[
    Number(number)
  ].value;
}

function operation({ op, path, from, value }: PatchOperation): JsonPatch {
  switch (op) {
    case 'add':
      return JsonPatch.add(path, value);
    case 'remove':
      return JsonPatch.remove(path);
    case 'replace':
      return JsonPatch.replace(path, value);
    case 'move':
      return JsonPatch.move(from!, path);
  }
}
