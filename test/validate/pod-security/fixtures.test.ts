import { readFileSync } from 'node:fs';
import { Source } from '../../../lib/manifest/source';
import { judge } from '../../../lib/validate/engine';
import { checksOf } from '../../../lib/validate/pod-security/registry';
import { judgePodSecurity } from '../../../lib/validate/pod-security';
import type { LevelVersion } from '../../../lib/validate/pod-security/policy';
import { describeShared, shared } from '../../support/shared';

/** Lowest count that may land. */
const COMMITTED = { fixtures: 4537 };

interface Fixture extends LevelVersion {
  readonly verdict: string;
  readonly fixture: string;
  readonly pod: string;
}

/** A fixture for every policy version that it holds for. */
function fixtures(): Fixture[] {
  const [, ...lines] = readFileSync(shared('pod-security', 'index.tsv'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [level, verdict, fixture, pod, versions] = line.split('\t');
    return versions.split(',').map((version) => ({ level, verdict, fixture, pod, version }) as Fixture);
  });
}

const pods = new Map<string, object>();

function podOf(file: string): object {
  if (!pods.has(file)) pods.set(file, [...new Source(readFileSync(shared('pod-security', file), 'utf8')).documents()][0].value as object);
  return pods.get(file)!;
}

/** `hostprobesandhostlifecycle` of `hostProbesAndHostLifecycle0`. */
const checkOf = ({ fixture }: Fixture) => fixture.replace(/\d+$/, '').toLowerCase();

describeShared('pod-security', 'fixtures of pod-security-admission', () => {
  const all = fixtures();

  test('verdicts', () => {
    const wrong = all.filter(({ pod, level, version, verdict }) => (judgePodSecurity('v1 Pod', podOf(pod), { level, version }).length ? 'fail' : 'pass') !== verdict);
    console.log(`Pod Security verdicts that agree: ${all.length - wrong.length} of ${all.length}`);
    expect(all.length - wrong.length).toBeGreaterThanOrEqual(COMMITTED.fixtures);
    expect(wrong.map(({ level, version, fixture, pod }) => `${level} ${version} ${fixture} ${pod}`)).toEqual([]);
  });

  test('each is refused by the check that it is named for', () => {
    const failing = all.filter(({ verdict }) => verdict === 'fail');
    const rules = new Map<string, Set<string>>();
    for (const fixture of failing) {
      const found = judgePodSecurity('v1 Pod', podOf(fixture.pod), fixture).map(({ rule }) => rule).join();
      rules.set(checkOf(fixture), (rules.get(checkOf(fixture)) ?? new Set()).add(found));
    }
    const summary = [...rules].map(([check, found]) => `${check}: ${[...found].sort().join(' | ')}`).sort().join('\n');
    expect(summary).toMatchSnapshot();
  });

  /** Each was compared with what a server 1.36 says of the same Pods. */
  test('texts of the checks', () => {
    const found = all.flatMap((fixture) => judgePodSecurity('v1 Pod', podOf(fixture.pod), fixture).map(({ rule, path, message }) => `${rule} at ${path}: ${message}`));
    expect([...new Set(found)].sort().join('\n')).toMatchSnapshot();
  });

  test('every fixture is judged in the engine as it is alone', () => {
    for (const { pod, level, version } of all.filter((fixture) => fixture.version === 'v1.36')) {
      const alone = judgePodSecurity('v1 Pod', podOf(pod), { level, version }).map(({ message }) => `violates PodSecurity "${level}:${version}": ${message}`);
      const { findings } = judge(podOf(pod), { minor: 36, podSecurity: { enforce: { level, version }, warn: { level: 'privileged', version } } });
      expect(findings.filter(({ source }) => source === 'pod-security').map(({ message }) => message)).toEqual(alone);
    }
  });
});

test('levels and policy versions have these checks', () => {
  const versions = [0, 8, 19, 22, 23, 34, 35, 37];
  const table = versions.map((version) => `v1.${version}: baseline ${checksOf('baseline', version).length}, restricted ${checksOf('restricted', version).length}`);
  expect(table).toEqual([
    'v1.0: baseline 11, restricted 12', 'v1.8: baseline 11, restricted 13', 'v1.19: baseline 11, restricted 13', 'v1.22: baseline 11, restricted 13',
    'v1.23: baseline 11, restricted 14', 'v1.34: baseline 12, restricted 15', 'v1.35: baseline 12, restricted 15', 'v1.37: baseline 12, restricted 15',
  ]);
  expect(checksOf('privileged', 37)).toEqual([]);
});
