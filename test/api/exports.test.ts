import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

type Target = string | { readonly types: string; readonly default: string };
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly exports: { readonly [entry: string]: Target };
  readonly typesVersions: { readonly '*': { readonly [entry: string]: readonly string[] } };
};
const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target === 'string' ? [] : [{ entry, ...target }],
);

test.each(entries)('$entry has its program and its types', ({ types, default: program }) => {
  expect(existsSync(join(ROOT, types))).toBe(true);
  expect(existsSync(join(ROOT, program))).toBe(true);
});

test('compilers that do not read exports find the same types', () => {
  const others = entries.filter(({ entry }) => entry !== '.');
  expect(manifest.typesVersions['*']).toEqual(
    Object.fromEntries(others.map(({ entry, types }) => [entry.replace('./', ''), [types]])),
  );
});

test('the kit for tests is there by its names, for CommonJS and ES modules', () => {
  const names = 'Object.keys(kit.matchers).sort().join() + typeof kit.yamlSerializer.serialize';
  const run = (...argv: readonly string[]) =>
    execFileSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' });
  const expected =
    'toBeAdmitted,toBeValidManifests,toHaveContainer,toHaveFinding,toHaveResource,toStartInOrderfunction\n';
  expect(run('-e', `const kit = require('cdk8s-pod-patterns/testing'); console.log(${names})`)).toBe(
    expected,
  );
  expect(
    run(
      '--input-type=module',
      '-e',
      `import { matchers, yamlSerializer } from 'cdk8s-pod-patterns/testing'; const kit = { matchers, yamlSerializer }; console.log(${names})`,
    ),
  ).toBe(expected);
});
