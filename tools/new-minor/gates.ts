import { readFileSync } from 'node:fs';
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

export const readGates = (kubernetes: string, minor: number) =>
  gatesIn(readFileSync(`${kubernetes}/pkg/features/kube_features.go`, 'utf8'), minor);
