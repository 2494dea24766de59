import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../lib/validate/engine';
import { inRun } from '../../../lib/validate/judging';
import { serverStatus } from '../../../lib/validate/status';
import { surroundingsAmong } from '../../../lib/validate/surroundings';
import type { Verdict } from '../../support/recorded';
import type { RecordedAdmission } from '../../support/recorded-admission';

/* What servers say of objects that other objects of their namespace decide about (npm run admit). */

const TOPICS = readdirSync(__dirname).filter((file) => file.endsWith('.jsonl'));

function verdictOf({ given, asked }: RecordedAdmission, minor: number): Verdict {
  const manifests = [...given, asked];
  const options = inRun({ minor }, surroundingsAmong(manifests), () => manifests);
  const { ok, reason, message, causes, warnings } = serverStatus(judge(asked, options));
  return {
    ok,
    reason,
    message,
    ...(causes.length
      ? { causes: causes.map((cause) => [cause.reason, cause.field, cause.message] as const) }
      : {}),
    ...(warnings.length ? { warnings: [...warnings] } : {}),
  };
}

describe.each(TOPICS)('%s', (file) => {
  const cases = readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedAdmission);

  test('at least 40 cases are recorded, some of which pass', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    const accepted = cases.filter(({ verdicts }) => Object.values(verdicts)[0].ok).length;
    expect(accepted).toBeGreaterThan(4);
    expect(cases.length - accepted).toBeGreaterThan(20);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const [first] = Object.values(one.verdicts);
    for (const minor of [36, 37]) {
      expect([minor, verdictOf(one, minor)]).toEqual([minor, one.verdicts[minor] ?? first]);
    }
  });
});
