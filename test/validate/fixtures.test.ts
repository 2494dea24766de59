import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestValidator } from '../../lib/validate/manifest-validator';
import { ofServer } from '../support/of-server';

const FOLDER = join(__dirname, 'fixtures');

/** What a fixture expects: `line rule`, as its `#!` comments say. */
const expected = (text: string) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      (line.split('#! ')[1]?.trim().split(/\s+/) ?? []).map((rule) => `${index + 1} ${rule}`),
    );

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const findings = ofServer(new ManifestValidator().validateYaml(text, file)).filter(
    ({ level }) => level !== 'info',
  );

  test('every finding is where the fixture expects one, and no other is made', () => {
    const found = findings.map(({ position, rule }) => `${position!.line} ${rule}`);
    expect(found.sort()).toEqual(expected(text).sort());
  });

  test('the findings say this', () => {
    expect(
      findings
        .map(
          ({ position, path, message, suggestion }) =>
            `${position!.line}:${position!.column} ${path}: ${message}${suggestion ? `\n  → ${suggestion}` : ''}`,
        )
        .join('\n'),
    ).toMatchSnapshot();
  });
});
