import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ts from 'typescript';
import { ownFolders, userFrame } from '../../lib/source-line/user-frame';

const ROOT = join(__dirname, '../..');
const below = (...names: string[]) => join(process.cwd(), ...names);
const frame = (...lines: string[]) =>
  userFrame(['Error', ...lines.map((line) => `    at ${line}`)].join('\n'));

test.each([
  ['a constructor', [`new Web (${below('main.ts')}:14:3)`], 'main.ts', 14, 3],
  ['no function', [`${below('main.ts')}:14:3`], 'main.ts', 14, 3],
  ['an asynchronous function', [`async make (${below('main.ts')}:14:3)`], 'main.ts', 14, 3],
  ['asynchronous, no function', [`async ${below('main.ts')}:14:3`], 'main.ts', 14, 3],
  [
    'brackets and spaces in the path',
    [`main (${below('app (copy)', 'main.ts')}:14:3)`],
    join('app (copy)', 'main.ts'),
    14,
    3,
  ],
  [
    'brackets and spaces, no function',
    [`${below('app (copy)', 'main.ts')}:14:3`],
    join('app (copy)', 'main.ts'),
    14,
    3,
  ],
  ['an ES module', [`${pathToFileURL(below('my app', 'main.mjs'))}:14:3`], join('my app', 'main.mjs'), 14, 3],
  ['an ES module with a query', [`${pathToFileURL(below('main.mts'))}?namespace=1:14:3`], 'main.mts', 14, 3],
  ['a file outside of the working folder', ['main (/srv/app/main.ts:14:3)'], '/srv/app/main.ts', 14, 3],
  ['node -e', ['[eval]:7:19'], '[eval]', 7, 19],
  [
    'native code before it',
    ['Array.map (<anonymous>)', 'new Promise (<anonymous>)', `${below('main.ts')}:14:3`],
    'main.ts',
    14,
    3,
  ],
  [
    'Node.js before it',
    ['node:internal/process/task_queues:95:5', `${below('main.ts')}:14:3`],
    'main.ts',
    14,
    3,
  ],
  [
    'eval before it',
    ['eval (eval at load (/x/y.js:1:2), <anonymous>:1:1)', `${below('main.ts')}:14:3`],
    'main.ts',
    14,
    3,
  ],
  [
    'our sources before it',
    [
      `new Pod (${join(ROOT, 'lib/workload/pod.ts')}:30:5)`,
      `${join(ROOT, 'patterns/adapter.ts')}:3:4`,
      `${below('main.ts')}:14:3`,
    ],
    'main.ts',
    14,
    3,
  ],
  [
    'cdk8s before it',
    [`new Chart (${below('node_modules/cdk8s/lib/chart.js')}:30:5)`, `${below('main.ts')}:14:3`],
    'main.ts',
    14,
    3,
  ],
  [
    "a company's package before it",
    [`new Web (${below('node_modules/@acme/charts/web.js')}:30:5)`, `${below('main.ts')}:14:3`],
    'main.ts',
    14,
    3,
  ],
  [
    "a company's package alone",
    [`new Web (${below('node_modules/@acme/charts/web.js')}:30:5)`],
    join('node_modules/@acme/charts/web.js'),
    30,
    5,
  ],
] as const)('%s', (_, lines, file, line, column) => {
  expect(frame(...lines)).toEqual({ file, line, column });
});

test.each(['/srv/dist/js/lib', '/srv/dist/js/lib/source-line', '/srv/dist/js/patterns/companions'])(
  'the bundle in %s knows the folders of both bundles',
  (folder) => expect(ownFolders(folder)).toEqual(['/srv/dist/js/lib', '/srv/dist/js/patterns']),
);

test.each(['/srv/patterns', '/srv/patterns/app'])(
  'a bundle of an app in %s has no folders of ours',
  (folder) => expect(ownFolders(folder)).toEqual([]),
);

test.each([
  ['nothing', []],
  ['Node.js alone', ['Module._compile (node:internal/modules/cjs/loader:1364:14)']],
  [
    'the kernel of jsii',
    [
      'Kernel._Kernel_create (/tmp/jsii-runtime.go.123/lib/program.js:8333:29)',
      'new Pod (/cache/node_modules/@jsii/kernel/lib/kernel.js:1:2)',
    ],
  ],
  ['cdk8s alone', [`new Chart (${below('node_modules/cdk8s/lib/chart.js')}:30:5)`]],
])('no place in %s', (_, lines) => expect(frame(...lines)).toBeUndefined());

describe('a compiled file with a source map that nobody has loaded', () => {
  const source =
    'interface Options {\n  readonly a: string;\n}\n\nexport const make = (options: Options) => new Map([[options.a, 1]]);\n';

  function compiled(options: ts.CompilerOptions) {
    const folder = mkdtempSync(join(tmpdir(), 'mapped-'));
    const { outputText, sourceMapText } = ts.transpileModule(source, {
      fileName: 'main.ts',
      compilerOptions: {
        sourceRoot: '../src',
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.CommonJS,
        ...options,
      },
    });
    const files = {
      'src/main.ts': source,
      'out/main.js': outputText,
      ...(sourceMapText ? { 'out/main.js.map': sourceMapText } : {}),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const lines = outputText.split('\n');
    const line = lines.findIndex((text) => text.includes('new Map')) + 1;
    return {
      folder,
      at: (file: string) => `make (${join(folder, file)}:${line}:${lines[line - 1].indexOf('new Map') + 1})`,
    };
  }

  test.each([
    ['beside it', { sourceMap: true }],
    ['within it', { inlineSourceMap: true }],
  ])('%s', (_, options) => {
    const { folder, at } = compiled(options);
    expect(frame(at('out/main.js'))).toEqual({ file: join(folder, 'src/main.ts'), line: 5, column: 43 });
  });

  test('that is broken, or away, or leads nowhere: the place in the compiled file', () => {
    for (const breaking of ['out/main.js.map', 'src/main.ts']) {
      const { folder, at } = compiled({ sourceMap: true });
      if (breaking.endsWith('.map')) writeFileSync(join(folder, breaking), '{');
      else rmSync(join(folder, breaking));
      expect(frame(at('out/main.js'))?.file).toBe(join(folder, 'out/main.js'));
    }
  });
});
