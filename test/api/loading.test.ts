import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:1"}]}\n';

/** Modules of the built package, and of others by their package, that a program loads. */
function loadedBy(program: string): string[] {
  const script = `process.on('exit', () => console.log('\\n' + JSON.stringify(Object.keys(require.cache)))); ${program}`;
  const printed = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8', input: POD });
  const files = JSON.parse(printed.trim().split('\n').at(-1)!) as string[];
  return files.map((file) => file.replace(`${ROOT}/`, ''));
}

const within = (files: readonly string[], folder: string) => files.filter((file) => file.includes(folder));

test('importing the package loads neither the tables of the validator nor cdk8s-plus nor a YAML reader', () => {
  const files = loadedBy("require('./dist/js/lib')");
  expect(within(files, 'dist/js/lib/index.js')).toHaveLength(1);
  expect(within(files, 'lib/validate')).toEqual([]);
  expect(readFileSync(join(ROOT, 'dist/js/lib/index.js'), 'utf8')).not.toMatch(
    /^\/\/ .*\/(schema\/(table|go-types)|engine)\.[jt]s$/m,
  );
  expect(within(files, 'node_modules/cdk8s-plus-28')).toEqual([]);
});

test('the command validates without cdk8s', () => {
  const files = loadedBy(
    "process.argv.splice(1, 0, 'x', 'validate', '-', '--no-config'); require('./dist/js/lib/cli/main')",
  );
  expect(within(files, 'node_modules/cdk8s/')).toEqual([]);
  expect(within(files, 'node_modules/constructs')).toEqual([]);
});

test('the command validates a clean manifest without the modules of Node.js that take long to load', () => {
  const script = `const before = new Set(process.moduleLoadList);
    process.on('exit', () => console.log('\\n' + process.moduleLoadList.filter((one) => !before.has(one)).join(' ')));
    process.argv.push('validate', '-', '--no-config');
    require(${JSON.stringify(join(ROOT, 'dist/js/lib/cli/main.js'))});`;
  const folder = mkdtempSync(join(tmpdir(), 'loading-'));
  const file = join(folder, 'run.js');
  writeFileSync(file, script);
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const printed = execFileSync(process.execPath, [file], { env, encoding: 'utf8', input: POD });
  expect(printed).toContain('1 manifest');
  expect(printed.match(/NativeModule (?:crypto|net|stream|perf_hooks|module|worker_threads)\b/g)).toBeNull();
  rmSync(folder, { recursive: true });
});

test('the kit for tests loads neither cdk8s nor the engine nor a YAML reader before it needs them', () => {
  const files = loadedBy("require('./dist/js/lib/testing')");
  expect(files.map((file) => file.split('dist/js/').at(-1))).toEqual(['lib/testing/index.js']);
});

test('matchers judge manifests without cdk8s', () => {
  const context = '{ equals: (a, b) => a === b, utils: {} }';
  const files = loadedBy(
    `require('./dist/js/lib/testing').matchers.toBeValidManifests.call(${context}, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } })`,
  );
  expect(within(files, 'node_modules/cdk8s')).toEqual([]);
  expect(within(files, 'node_modules/constructs')).toEqual([]);
});

test('companions are loaded with the first one, and are instances of the classes of the package', () => {
  const script = `const pods = require('./dist/js/lib');
    const isLoaded = () => Object.keys(require.cache).some((file) => file.includes('patterns/companions'));
    console.log(isLoaded(), pods.Adapters.redisMetrics({}) instanceof pods.Companion, isLoaded(),
      pods.Adapters.jmxAgent({ image: 'a:1', jar: '/a.jar' }) instanceof pods.PodPattern);`;
  expect(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })).toBe(
    'false true true true\n',
  );
});
