import { join } from 'node:path';
import { allRules, ruleNamed } from '../../lib/validate/catalogue';
import { judge } from '../../lib/validate/engine';
import { LINTS } from '../../lib/validate/lint';
import { isConfigurable } from '../../lib/validate/rule-record';
import { CONFIGURABLE_RULES } from '../../lib/validate/rule-ids';
import { ruleRecords } from '../../tools/generate/rule-records';
import { recordedCases, recordedCluster } from '../support/recorded';
import { isLint, missingPlaces, RULE_PLACES, RuleFiles } from '../support/rule-places';

const files = new RuleFiles(join(__dirname, '../..'));
const rules = ruleRecords();
const ids: readonly string[] = rules.map(({ record }) => record.id);

test.each(ids)('%s is in all its places', (id) => {
  expect(
    missingPlaces(
      rules.find(({ record }) => record.id === id)!,
      files,
    ),
  ).toEqual([]);
});

test('nothing is left of a rule that is no more', () => {
  expect(allRules().map(({ id }) => id)).toEqual(ids);
  const lints = rules.filter(({ record }) => isLint(record)).map(({ record }) => record.id);
  expect(LINTS.map(({ id }) => id).sort()).toEqual(lints);
  expect([...files.fixtures, ...files.lintFixtures].filter((id) => !ids.includes(id))).toEqual([]);
  for (const page of ['rules', 'server-rules']) {
    const rows = [...files.read(`docs/${page}.md`).matchAll(/^\| <a id="([^"]+)"/gm)].map(([, id]) => id);
    expect(rows.sort()).toEqual(ids.filter((id) => ruleNamed(id)!.docs.includes(`/${page}.md`)));
  }
});

test('every rule that is defined is exported', () => {
  const defined = [...files.sources.matchAll(/^(?:export )?const (\w+).* = defineRule\b/gm)];
  expect(defined.map(([, name]) => name).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test('CONTRIBUTING names each place', () => {
  const guide = files.read('CONTRIBUTING.md');
  const [recipes] = /^## A new server rule$[^]*?(?=^## A new pattern)/m.exec(guide)!;
  expect(Object.keys(RULE_PLACES).filter((place) => !recipes.includes(`\`${place}`))).toEqual([]);
});

test('users choose the levels of our own rules, of Pod Security, of unknown kinds, of admission, and of what is written', () => {
  const configurable = rules.filter(({ record }) => isConfigurable(record)).map(({ record }) => record.id);
  expect(CONFIGURABLE_RULES).toEqual(configurable);
  const others = configurable.filter((id) => !['lint', 'pod-security'].includes(ruleNamed(id)!.stage));
  expect(others).toEqual([
    'admission-hook',
    'kind-not-judged',
    'limit-range-exceeded',
    'policy-denied',
    'policy-warning',
    'quota-exceeded',
    'quota-needs-resources',
    'unknown-kind',
    'yaml-round-trip',
  ]);
});

test('a rule has its facts, and a name of none has nothing', () => {
  expect(ruleNamed('container-ports')).toMatchObject({
    stage: 'judge',
    level: 'error',
    docs: expect.stringContaining('docs/server-rules.md#container-ports'),
  });
  expect(ruleNamed('image-tag')).toMatchObject({
    stage: 'lint',
    level: 'warning',
    why: expect.stringContaining('cannot be rolled back'),
    docs: expect.stringContaining('docs/rules.md#image-tag'),
  });
  expect(ruleNamed('toString')).toBeUndefined();
});

describe('over all recorded cases', () => {
  test('every finding is of a rule in the catalogue, from its stage', () => {
    const found = recordedCases('1.36').flatMap(
      ({ manifest }) => judge(manifest, { minor: 36, cluster: recordedCluster() }).findings,
    );
    const stray = found
      .filter(({ rule, stage }) => ruleNamed(rule)?.stage !== stage)
      .map(({ rule, stage }) => `${rule} ${stage}`);
    expect([...new Set(stray)]).toEqual([]);
  });
});
