import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../lib/validate/engine';
import { CUSTOM_RULE } from '../../../lib/validate/custom-kinds/rules';
import { compare, difference } from '../../../tools/parity/compare';
import type { Verdict } from '../../support/recorded';

/* Custom resources and what servers of 1.36 and 1.37 say of them, recorded with tools/custom.ts. */

interface Recorded {
  readonly manifest: object;
  readonly verdict: Verdict;
}

describe.each([36, 37])('on 1.%i', (minor) => {
  const [first, ...rest] = readFileSync(join(__dirname, 'recorded/verdicts.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const crds = JSON.parse(first) as readonly object[];
  const cases = rest.map((line) => JSON.parse(line) as Recorded);

  test('verdict, causes, messages and warnings of every recorded custom resource agree', () => {
    const all = cases.map(({ manifest, verdict }, index) =>
      compare({ id: String(index), manifest, verdict }, minor, crds),
    );
    const differing = all.filter(({ equal }) => !Object.values(equal).every(Boolean));
    console.log(
      `custom resources that agree with 1.${minor}: ${all.length - differing.length} of ${all.length}`,
    );
    expect(differing.map((one) => difference(one, 'messages'))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(200);
  });

  test('about half of them concern rules in CEL', () => {
    const byRules = cases.filter(({ manifest }) =>
      judge(manifest, { minor, crds }).findings.some(({ rule }) => rule === CUSTOM_RULE.id),
    );
    expect(byRules.length).toBeGreaterThanOrEqual(90);
  });
});
