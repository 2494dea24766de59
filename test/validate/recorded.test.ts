import { readFileSync } from 'node:fs';
import { Source } from '../../lib/manifest/source';
import { textOf } from '../../lib/manifest/text';
import { judge } from '../../lib/validate/engine';
import { judgeSource } from '../../lib/validate/judged';
import { serverStatus } from '../../lib/validate/status';
import { describeShared, shared } from '../support/shared';
import { recordedCases } from '../support/recorded';

/** Lowest counts that may land. All kinds will be judged in full in the end; these say how far that is. */
const COMMITTED = { podVerdicts: 1843, rawVerdicts: 162 };

describeShared('parity', 'verdicts of a real kube-apiserver 1.36', () => {
  const cases = recordedCases('1.36');

  test('no valid manifest is refused, of any kind', () => {
    const refused = cases.filter(({ verdict }) => verdict.ok).filter(({ manifest }) => !serverStatus(judge(manifest, { minor: 36 })).ok);
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  test('Pods', () => {
    const pods = cases.filter(({ manifest }) => (manifest as { kind?: string }).kind === 'Pod');
    const agree = pods.filter(({ manifest, verdict }) => serverStatus(judge(manifest, { minor: 36 })).ok === verdict.ok).length;
    console.log(`Pod verdicts that agree: ${agree} of ${pods.length}`);
    expect(agree).toBeGreaterThanOrEqual(COMMITTED.podVerdicts);
  });
});

describeShared('parity', 'verdicts of kubectl on raw YAML', () => {
  const lines = readFileSync(shared('parity', 'raw-verdicts.jsonl'), 'utf8').trim().split('\n');
  const recorded = lines.map((line) => JSON.parse(line) as { id: string; verdicts: { exit: number }[] });

  test('files', () => {
    const agree = recorded.filter(({ id, verdicts }) => {
      const source = new Source(textOrNothing(shared('parity', 'raw', id)));
      const all = [...judgeSource(source, { minor: 36 })].map(({ judgement }) => serverStatus(judgement).ok);
      return (all.length > 0 && all.every(Boolean)) === (verdicts[0].exit === 0);
    }).length;
    console.log(`raw YAML verdicts that agree: ${agree} of ${recorded.length}`);
    expect(agree).toBeGreaterThanOrEqual(COMMITTED.rawVerdicts);
  });
});

function textOrNothing(file: string): string {
  try {
    return textOf(readFileSync(file));
  } catch {
    return '';
  }
}
