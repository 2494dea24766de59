import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, ruleNamed } from '../../lib/validate/catalogue';
import { judge } from '../../lib/validate/engine';
import { recordedCases, recordedCluster } from '../support/recorded';
import { idsInSources } from '../support/source-ids';

const page = (name: string) => join(__dirname, '../../docs', `${name}.md`);
const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('| <a id="'));

test('has each rule of the sources once, and no other', () => {
  const ids = allRules().map(({ id }) => id);
  expect(ids).toEqual(idsInSources());
});

test('has each rule of the type of ids once, and no other', () => {
  const ids = [
    ...readFileSync(join(__dirname, '../../lib/validate/rule-ids.ts'), 'utf8').matchAll(
      /^ {2}\| '([a-z0-9-]+)'/gm,
    ),
  ].map(([, id]) => id);
  expect(ids).toEqual(allRules().map(({ id }) => id));
});

test('says of each rule in one line what it finds and what to do', () => {
  for (const { id, description, remedy, docs } of allRules()) {
    for (const text of [description, remedy]) {
      expect([id, text]).toEqual([id, expect.stringMatching(/^[^\n|]{8,200}[^.\n|]$/)]);
    }
    expect(docs).toMatch(new RegExp(`/docs/(server-)?rules\\.md#${id}$`));
  }
});

test('a rule has its facts, and a name of none has nothing', () => {
  expect(ruleNamed('container-ports')).toMatchObject({
    source: 'judge',
    level: 'error',
    docs: expect.stringContaining('docs/server-rules.md#container-ports'),
  });
  expect(ruleNamed('image-tag')).toMatchObject({
    source: 'lint',
    level: 'warning',
    why: expect.stringContaining('no way back'),
    docs: expect.stringContaining('docs/rules.md#image-tag'),
  });
  expect(ruleNamed('toString')).toBeUndefined();
});

test('docs/rules.md says the same of our own rules', () => {
  const rows = allRules()
    .filter(({ source }) => source === 'lint')
    .map(
      ({ id, level, description, why, remedy }) =>
        `| <a id="${id}"></a>\`${id}\` | ${level} | ${description} | ${why} | ${remedy} |`,
    );
  const plain = readFileSync(page('rules'), 'utf8').replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1');
  expect(rowsOf(plain).sort()).toEqual(rows.sort());
});

test('docs/server-rules.md has all others', () => {
  const text = readFileSync(page('server-rules'), 'utf8');
  const whole =
    text
      .replace(
        /^(## .+ `(\S+)`\n)\n*(?:\|.*\n)*\n*/gm,
        (_, head: string, source: string) => `${head}\n${table(source)}\n`,
      )
      .trimEnd() + '\n';
  if (process.env.UPDATE_DOCS) writeFileSync(page('server-rules'), whole);
  else expect(text).toBe(whole);
  expect(rowsOf(whole)).toHaveLength(allRules().filter(({ source }) => source !== 'lint').length);
});

function table(stage: string): string {
  const rows = allRules()
    .filter(({ source }) => source === stage)
    .map(
      ({ id, level, description, remedy }) =>
        `| <a id="${id}"></a>\`${id}\` | ${level} | ${description} | ${remedy} |\n`,
    );
  return `| rule | level | mistake | fix |\n|---|---|---|---|\n${rows.join('')}`;
}

describe('over all recorded cases', () => {
  test('every finding is of a rule in the catalogue, from its stage', () => {
    const found = recordedCases('1.36').flatMap(
      ({ manifest }) => judge(manifest, { minor: 36, cluster: recordedCluster() }).findings,
    );
    const stray = found
      .filter(({ rule, source }) => ruleNamed(rule)?.source !== source)
      .map(({ rule, source }) => `${rule} ${source}`);
    expect([...new Set(stray)]).toEqual([]);
  });
});
