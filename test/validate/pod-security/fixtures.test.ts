import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../lib/validate/engine';
import { checksOf } from '../../../lib/validate/pod-security/registry';
import { judgePodSecurity } from '../../../lib/validate/pod-security';
import type { LevelVersion } from '../../../lib/validate/pod-security/policy';

/** Lowest count that may land. */
const COMMITTED = { fixtures: 4537 };

interface Fixture extends LevelVersion {
  readonly verdict: string;
  readonly fixture: string;
  readonly pod: object;
}

/** A fixture for every policy version that it holds for. */
function fixtures(): Fixture[] {
  const lines = readFileSync(join(__dirname, '../../recorded/pod-security.jsonl'), 'utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Fixture & { readonly from: number; readonly to: number })
    .flatMap(({ from, to, ...fixture }) =>
      Array.from(
        { length: to - from + 1 },
        (_, index) => ({ ...fixture, version: `v1.${from + index}` }) as Fixture,
      ),
    );
}

/** `hostprobesandhostlifecycle` of `hostProbesAndHostLifecycle0`. */
const checkOf = ({ fixture }: Fixture) => fixture.replace(/\d+$/, '').toLowerCase();

describe('fixtures of pod-security-admission', () => {
  const all = fixtures();

  test('verdicts', () => {
    const wrong = all.filter(
      ({ pod, level, version, verdict }) =>
        (judgePodSecurity('v1 Pod', pod, { level, version }).length ? 'fail' : 'pass') !== verdict,
    );
    console.log(`Pod Security verdicts that agree: ${all.length - wrong.length} of ${all.length}`);
    expect(all.length - wrong.length).toBeGreaterThanOrEqual(COMMITTED.fixtures);
    expect(wrong.map(({ level, version, fixture }) => `${level} ${version} ${fixture}`)).toEqual([]);
  });

  test('each is refused by the check that it is named for', () => {
    const failing = all.filter(({ verdict }) => verdict === 'fail');
    const rules = new Map<string, Set<string>>();
    for (const fixture of failing) {
      const found = judgePodSecurity('v1 Pod', fixture.pod, fixture)
        .map(({ rule }) => rule)
        .join();
      rules.set(checkOf(fixture), (rules.get(checkOf(fixture)) ?? new Set()).add(found));
    }
    const summary = [...rules]
      .map(([check, found]) => `${check}: ${[...found].sort().join(' | ')}`)
      .sort()
      .join('\n');
    expect(summary).toMatchSnapshot();
  });

  /** Each was compared with what a server 1.36 says of the same Pods. */
  test('texts of the checks', () => {
    const found = all.flatMap((fixture) =>
      judgePodSecurity('v1 Pod', fixture.pod, fixture).map(
        ({ rule, path, message }) => `${rule} at ${path}: ${message}`,
      ),
    );
    expect([...new Set(found)].sort().join('\n')).toMatchSnapshot();
  });

  test('every fixture is judged in the engine as it is alone', () => {
    for (const { pod, level, version } of all.filter((fixture) => fixture.version === 'v1.36')) {
      const alone = judgePodSecurity('v1 Pod', pod, { level, version }).map(
        ({ message }) => `violates PodSecurity "${level}:${version}": ${message}`,
      );
      const { findings } = judge(pod, {
        minor: 36,
        podSecurity: { enforce: { level, version }, warn: { level: 'privileged', version } },
      });
      expect(findings.filter(({ stage }) => stage === 'pod-security').map(({ message }) => message)).toEqual(
        alone,
      );
    }
  });
});

test('levels and policy versions have these checks', () => {
  const versions = [0, 8, 19, 22, 23, 34, 35, 37];
  const table = versions.map(
    (version) =>
      `v1.${version}: baseline ${checksOf('baseline', version).length}, restricted ${checksOf('restricted', version).length}`,
  );
  expect(table).toEqual([
    'v1.0: baseline 11, restricted 12',
    'v1.8: baseline 11, restricted 13',
    'v1.19: baseline 11, restricted 13',
    'v1.22: baseline 11, restricted 13',
    'v1.23: baseline 11, restricted 14',
    'v1.34: baseline 12, restricted 15',
    'v1.35: baseline 12, restricted 15',
    'v1.37: baseline 12, restricted 15',
  ]);
  expect(checksOf('privileged', 37)).toEqual([]);
});
