import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesBetween } from './changes';

const ENTRY = /^\t(?:\w+\.)?(\w+): \{\n([^]*?)^\t\},/gm;
const STATE = /MustParse\("1\.(\d+)"\), (?:[^{}]*?)Default: (true|false), PreRelease: (?:\w+\.)?(\w+)/g;

/** The state of each gate by default in a minor: `on (Beta)`. */
export function gatesIn(source: string, minor: number): Map<string, string> {
  const table = source.slice(source.indexOf('defaultVersionedKubernetesFeatureGates'));
  const gates = new Map<string, string>();
  for (const [, name, states] of table.matchAll(ENTRY)) {
    for (const [, since, on, stage] of states.matchAll(STATE)) {
      if (Number(since) <= minor) gates.set(name, `${on === 'true' ? 'on' : 'off'} (${stage})`);
    }
  }
  return gates;
}

/** Gates that are new, gone, or in another state; a line each. */
export function gateChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const { added, removed } = changesBetween(before.keys(), after.keys());
  return [
    ...added.map((name) => `${name}: new, ${after.get(name)}`),
    ...removed.map((name) => `${name}: gone, was ${before.get(name)}`),
    ...[...after].flatMap(([name, state]) => {
      const old = before.get(name);
      return old !== undefined && old !== state ? [`${name}: ${state}, was ${old}`] : [];
    }),
  ].sort();
}

/** Whether a server may accept other objects than before: not if a gate just stays on, or off. */
export const isFelt = (change: string) => !/: on .*, was on |: off .*, was off |: gone, was on /.test(change);

export const readGates = (kubernetes: string, minor: number) =>
  gatesIn(readFileSync(`${kubernetes}/pkg/features/kube_features.go`, 'utf8'), minor);

/** Folders of k8s.io/kubernetes with strategies, validation and admission. */
const FOLDERS = ['pkg/apis', 'pkg/api', 'pkg/registry', 'plugin/pkg/admission'] as const;
const MOST = 3;

/** Gate → the first places in these folders that ask for it, on create or update. */
export function gatePlaces(kubernetes: string): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const file of FOLDERS.flatMap((folder) => sourcesBelow(kubernetes, folder))) {
    for (const [name, place] of gatesAsked(readFileSync(join(kubernetes, file), 'utf8'), file)) {
      const known = places.get(name) ?? [];
      if (known.length < MOST) places.set(name, [...known, place]);
    }
  }
  return places;
}

/** The gates that a source asks for, with the places. */
export const gatesAsked = (source: string, file: string): [gate: string, place: string][] =>
  source
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\b\w*features\.([A-Z]\w+)/g)].map(([, name]): [string, string] => [
        name,
        `${file}:${index + 1}`,
      ]),
    );

const sourcesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    .map((name) => join(folder, name))
    .sort();
