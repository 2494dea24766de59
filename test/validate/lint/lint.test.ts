import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestValidator } from '../../../lib/validate/manifest-validator';
import { PREDICATES } from '../../../lib/validate/lint';

const FOLDER = join(__dirname, 'fixtures');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** What a fixture expects: `line rule`, as its `#!` comments say. */
const expected = (text: string) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      (line.split('#! ')[1]?.trim().split(/\s+/) ?? []).map((rule) => `${index + 1} ${rule}`),
    );

/** Most fixtures give no resources: these have a fixture of their own. */
const rulesFor = (file: string) => (file === 'resources.yaml' ? undefined : ({ resources: 'off' } as const));

describe.each(FILES)('%s', (file) => {
  const text = textOf(file);
  const findings = new ManifestValidator({ rules: rulesFor(file) }).validateYaml(text, file);
  const lints = findings.filter(({ stage }) => stage === 'lint');

  test('a server takes it', () => {
    expect(findings.filter(({ reason }) => reason)).toEqual([]);
  });

  test('every finding is where the fixture expects one, and no other is made', () => {
    expect(lints.map(({ position, rule }) => `${position!.line} ${rule}`).sort()).toEqual(
      expected(text).sort(),
    );
  });

  test('the findings say this', () => {
    expect(
      lints
        .map(
          ({ position, level, path, message, suggestion }) =>
            `${position!.line}:${position!.column} ${level}: ${path}: ${message}\n  → ${suggestion}`,
        )
        .join('\n'),
    ).toMatchSnapshot();
  });
});

test('answers to predicates fit into the bits of a number', () => {
  expect(PREDICATES.length).toBeLessThanOrEqual(31);
});
