import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const INPUTS = [
  'tools/build',
  'tools/build.mjs',
  'tools/bundle.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
];

/** A repository in which nothing is installed. */
function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  for (const name of INPUTS) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of ['lib', 'patterns']) mkdirSync(join(folder, name));
  return folder;
}

const build = (folder: string) =>
  spawnSync(process.execPath, ['tools/build.mjs'], { cwd: folder, encoding: 'utf8' });
const inModule = (code: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: ROOT,
    encoding: 'utf8',
  }).stdout.trim();

test('what cannot be built is not packed', () => {
  expect(build(clone())).toMatchObject({
    status: 1,
    stdout: '',
    stderr:
      'build: jsii is not installed: install the development dependencies, too (npm ci --include=dev)\n',
  });
});

test('npm builds before it packs, and after it has installed a repository', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { readonly [name: string]: string };
  };
  expect([scripts.prepack, scripts.prepare]).toEqual([scripts.build, scripts.build]);
});

test('every entry point and program is missed where nothing is built', () => {
  const missing = JSON.parse(
    inModule(
      `import { missingFiles } from './tools/build/package-files.mjs'; console.log(JSON.stringify(missingFiles(${JSON.stringify(clone())})))`,
    ),
  ) as string[];
  expect(missing).toEqual(
    expect.arrayContaining([
      '.jsii',
      'dist/js/lib/cli/main.js',
      'dist/js/lib/index.d.ts',
      'dist/js/lib/index.js',
      'dist/js/lib/testing/vitest.mjs',
    ]),
  );
  expect(
    inModule(
      `import { missingFiles } from './tools/build/package-files.mjs'; console.log(missingFiles('.').length)`,
    ),
  ).toBe('0');
});

test('a build is repeated when a file changes, appears or goes', () => {
  const folder = clone();
  const hash = () =>
    inModule(
      `import { hashOf } from './tools/build/inputs.mjs'; console.log(hashOf(${JSON.stringify(folder)}))`,
    );
  const before = hash();
  expect(hash()).toBe(before);
  writeFileSync(join(folder, 'lib/new.ts'), '');
  const after = hash();
  writeFileSync(join(folder, 'lib/new.ts'), 'export {};\n');
  expect(new Set([before, after, hash()]).size).toBe(3);
  rmSync(join(folder, 'lib/new.ts'));
  expect(hash()).toBe(before);
});

test('the package contains what it needs: it has no dependencies of its own, and the licenses of what is inside', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies?: object;
  };
  const licenses = readFileSync(join(ROOT, 'dist/js/LICENSES.txt'), 'utf8');
  expect(dependencies).toBeUndefined();
  expect(licenses.match(/^[a-z-]+ \d+\.\d+\.\d+$/gm)?.map((line) => line.split(' ')[0])).toEqual([
    'chokidar',
    'commander',
    'fastest-levenshtein',
    'ignore',
    'readdirp',
  ]);
});

test('the package has a file for each entry, and no other', () => {
  const entries = readdirSync(join(ROOT, 'lib/entries')).map((name) =>
    join('lib/entries', /'(\.\.\/.+)';/.exec(readFileSync(join(ROOT, 'lib/entries', name), 'utf8'))![1]),
  );
  const files = (readdirSync(join(ROOT, 'dist/js'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.js'))
    .sort();
  expect(files).toEqual(['lib/index', ...entries].map((module) => `${module}.js`).sort());
});

test('every bundle knows the code of the package: errors name the line of the user', () => {
  const code = `try { require('./dist/js/lib/index.js').Adapters.redisMetrics({ port: 0 }) } catch (error) { console.log(error.message) }`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toBe('Adapters.redisMetrics ([eval]:1:50): "port" is 0: use an integer from 1 to 65535\n');
});

test('declarations that no entry leads to are not in the package', () => {
  const declarations = readdirSync(join(ROOT, 'dist/js'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.d.ts'),
  );
  expect(declarations).toEqual(
    expect.arrayContaining(['lib/index.d.ts', 'lib/k8s/core.d.ts', 'lib/validate/finding.d.ts']),
  );
  expect(declarations).not.toContain('lib/validate/judging.d.ts');
});
