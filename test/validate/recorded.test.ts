import { readFileSync } from 'node:fs';
import { Source } from '../../lib/manifest/source';
import { textOf } from '../../lib/manifest/text';
import { judgeSource, type JudgedManifest } from '../../lib/validate/judged';
import { MINORS } from '../../lib/validate/schema/minors';
import { serverStatus } from '../../lib/validate/status';
import { compare } from '../../tools/parity/compare';
import { committedCounts, committedOf, countAll, shortfalls } from '../../tools/parity/counts';
import { recordedCases } from '../support/recorded';
import { describeShared, isShared, recordedData } from '../support/shared';

describe('verdicts of real kube-apiservers', () => {
  const cases = MINORS.map((minor) => ({ minor, recorded: recordedCases(`1.${minor}`) }));
  const comparisons = cases.flatMap(({ minor, recorded }) => recorded.map((one) => compare(one, minor)));

  test('no valid manifest is refused, of any kind', () => {
    expect(
      comparisons
        .filter(({ recorded, ours }) => recorded.ok && !ours.ok)
        .map(({ id, minor }) => `${id} ${minor}`),
    ).toEqual([]);
  });

  test('as many agree as were committed', () => {
    const agree = comparisons.filter(
      ({ equal }) => equal.verdicts && equal.causes && equal.messages && equal.warnings,
    ).length;
    console.log(`recorded verdicts that agree in all: ${agree} of ${comparisons.length}`);
    const counts = countAll(comparisons);
    expect(shortfalls(counts, isShared('parity') ? committedCounts() : committedOf(counts))).toEqual([]);
  });
});

describeShared('corpus', 'verdicts on published manifests', () => {
  test('agree, all but for kinds whose own rules are not judged manifests, all but for kinds whose own rules are not judged', () => {
    const comparisons = MINORS.flatMap((minor) =>
      recordedCases(`1.${minor}`)
        .filter(({ corpusFile }) => corpusFile)
        .map((one) => compare(one, minor)),
    );
    const agree = comparisons.filter(({ equal }) => equal.verdicts);
    console.log(`verdicts on published manifests that agree: ${agree.length} of ${comparisons.length}`);
    expect(agree).toHaveLength(comparisons.length);
  });
});

describe('verdicts of kubectl on raw YAML', () => {
  const lines = readFileSync(recordedData('parity', 'raw-verdicts.jsonl'), 'utf8').trim().split('\n');
  const recorded = lines.map(
    (line) => JSON.parse(line) as { id: string; verdicts: { exit: number; stderr: string }[] },
  );
  const judged = recorded.map(({ id, verdicts: [{ exit, stderr }] }) => ({
    id,
    accepted: exit === 0,
    stderr,
    manifests: judgedFile(id),
  }));

  /** What needs a cluster: whether a namespace is there. */
  const UNKNOWABLE = ['namespace-missing.yaml'];

  test('files', () => {
    const differing = judged
      .filter(({ accepted, manifests }) => accepted !== isAccepted(manifests))
      .map(({ id }) => id);
    console.log(`raw YAML verdicts that agree: ${judged.length - differing.length} of ${judged.length}`);
    expect(differing).toEqual(UNKNOWABLE);
  });

  /** kubectl counts lines from 0 in some messages and from 1 in others. */
  test('errors are in the line that kubectl names, or the next', () => {
    const told = judged.map(({ id, stderr, manifests }) => ({
      id,
      line: Number(/\bline (\d+)/.exec(stderr)?.[1]),
      own: firstErrorLine(manifests),
    }));
    const known = told.filter(({ line }) => line > 0);
    expect(known.length).toBeGreaterThan(10);
    expect(known.filter(({ line, own }) => own === undefined || Math.abs(line - own) > 1)).toEqual([]);
  });
});

const isAccepted = (manifests: readonly JudgedManifest[]) =>
  manifests.length > 0 && manifests.every(({ judgement }) => serverStatus(judgement).ok);

const firstErrorLine = (manifests: readonly JudgedManifest[]) =>
  manifests.flatMap((manifest) => manifest.findings()).find(({ level }) => level === 'error')?.position?.line;

function judgedFile(id: string): JudgedManifest[] {
  const text = textOrNothing(recordedData('parity', 'raw', id));
  return [...judgeSource(new Source(text), { minor: 36 })];
}

function textOrNothing(file: string): string {
  try {
    return textOf(readFileSync(file));
  } catch {
    return '';
  }
}
