import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/* The rules of lint for imports; that the sources keep them, lint itself tests. */

const GRAPH = pathToFileURL(join(__dirname, '../../tools/lint/import-graph.mjs')).href;
const LAYERS = pathToFileURL(join(__dirname, '../../tools/lint/layers.mjs')).href;

function inModule(code: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout);
}

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'imports-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function cyclesIn(files: { readonly [path: string]: string }): unknown {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return inModule(
    `import { cyclesOf, importGraph } from '${GRAPH}';
     console.log(JSON.stringify(cyclesOf(importGraph(${JSON.stringify(root)}, ['lib']))));`,
  );
}

test.each([
  ['a value', "import { b } from './b';", "import { a } from './a';"],
  ['a type', "import type { B } from './b';", "import { a } from './a';"],
  ['types alone', "import type { B } from './b';", "import type { A } from './a';"],
  ['an export', "export * from './b';", "export { a } from './a';"],
  ['a side effect', "import './b';", "import './a';"],
  [
    'a require later on',
    "const b = () => require('./b') as typeof import('./b');",
    "import { a } from './a';",
  ],
  ['the type of a module', "type B = typeof import('./b');", "import { a } from './a';"],
])('a cycle by %s is found', (_, a, b) => {
  expect(cyclesIn({ 'lib/a.ts': a, 'lib/b.ts': b })).toEqual([['lib/a.ts', 'lib/b.ts']]);
});

test('a cycle over several folders is found, and what only leads to it is left out', () => {
  expect(
    cyclesIn({
      'lib/one/index.ts': "import '../two/a';",
      'lib/two/a.ts': "import '../three';",
      'lib/three.ts': "import './one'; import 'node:fs';",
      'lib/leading.ts': "import './one';",
      'lib/led-to.ts': '',
    }),
  ).toEqual([['lib/one/index.ts', 'lib/three.ts', 'lib/two/a.ts']]);
});

test('files without a cycle have none', () => {
  expect(
    cyclesIn({ 'lib/a.ts': "import './b'; import './c';", 'lib/b.ts': "import './c';", 'lib/c.ts': '' }),
  ).toEqual([]);
});

const ask = (code: string) =>
  inModule(`import * as layers from '${LAYERS}'; console.log(JSON.stringify(${code}));`);

test('a layer names layers above it in the list alone', () => {
  const layers = ask('Object.entries(layers.LAYERS)') as [string, string[]][];
  const names = layers.map(([name]) => name);
  const all = ['lib', 'patterns'];
  const strange = layers.flatMap(([name, allowed], index) =>
    allowed.filter((other) => !all.includes(other) && !names.slice(0, index).includes(other)).map(() => name),
  );
  expect(strange).toEqual([]);
});

test.each([
  ['lib/pod/pod-model.ts', 'lib/k8s/names.ts', true],
  ['lib/pod/pod-model.ts', 'lib/pod/init-stage.ts', true],
  ['lib/pod/pod-model.ts', 'lib/construct/source-lines.ts', false],
  ['lib/validate/engine.ts', 'lib/options/check.ts', false],
  ['lib/validate/manifest-validator.ts', 'lib/options/check.ts', true],
  ['lib/cli/main.ts', 'lib/pod/probe.ts', false],
  ['patterns/adapter.ts', 'lib/validate/finding.ts', false],
  ['lib/nowhere/a.ts', 'lib/go/json.ts', false],
])('%s and %s', (file, target, allowed) => {
  expect(ask(`layers.mayImport('${file}', '${target}')`)).toBe(allowed);
});

test('lint reports each sort of import that goes up', () => {
  const text = [
    "import { Pod } from '../workload/pod';",
    "import type { Job } from '../workload/job';",
    "export * from '../workload/daemon-set';",
    "export const set = () => require('../workload/stateful-set') as typeof import('../workload/stateful-set');",
    "export type Model = import('./pod-model').PodModel;",
    'export const job: Job | Pod | undefined = undefined;',
    '',
  ].join('\n');
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'lib/pod/strange.ts', '-f', 'json'],
    { cwd: join(__dirname, '../..'), encoding: 'utf8', input: text },
  );
  const [{ messages }] = JSON.parse(stdout) as {
    readonly messages: readonly { readonly ruleId: string; readonly line: number }[];
  }[];
  const lines = messages.filter(({ ruleId }) => ruleId === 'imports/one-way').map(({ line }) => line);
  expect(lines).toEqual([1, 2, 3, 4, 4]);
});
