import { appFolder, runIn, synthIn } from '../support/app-folder';

/** An app in TypeScript whose mistakes stand in lines that a compiler moves. */
const MAIN_TS = `import { App, Chart } from 'cdk8s';
import { LogSidecar, Pod } from 'cdk8s-pod-patterns';

interface Options {
  readonly name: string;
}

const make = (chart: Chart, { name }: Options) => new Pod(chart, 'web', {
  main: { name, image: 'nginx:1.27' },
  patterns: [
    new LogSidecar({ files: ['/logs/a.log'], container: { name: 'Log', image: 'busybox:1.37' } }),
  ],
});

const app = new App();
make(new Chart(app, 'demo', { disableResourceNameHashes: true }), { name: 'App' });
app.synth();
`;

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'CommonJS',
    esModuleInterop: true,
    skipLibCheck: true,
    sourceMap: true,
    types: ['node'],
    outDir: 'out',
  },
  files: ['main.ts'],
});

const folder = () =>
  appFolder({
    'main.ts': MAIN_TS,
    'tsconfig.json': TSCONFIG,
    'cdk8s.yaml': 'language: typescript\napp: ts-node --transpile-only main.ts\noutput: dist\n',
  });
const IN_TYPESCRIPT =
  /\[demo\/web\] Pod demo-web \(main\.ts:8:51\)\n[^]*\n {6}added by LogSidecar \(main\.ts:11:5\)/;

test('cdk8s synth by ts-node shows the line of the TypeScript, and exits with 1', () => {
  const { status, stderr } = synthIn(folder());
  expect(stderr).toMatch(IN_TYPESCRIPT);
  expect(status).toBe(1);
});

test.each([
  ['alone', []],
  ['--enable-source-maps', ['--enable-source-maps']],
])('compiled, with source maps, by node %s', (_, options) => {
  const app = folder();
  expect(runIn(app, process.execPath, 'node_modules/typescript/bin/tsc')).toMatchObject({ status: 0 });
  expect(runIn(app, process.execPath, ...options, 'out/main.js').stderr).toMatch(IN_TYPESCRIPT);
});

test('by swc', () => {
  const hook = `const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
require.extensions['.ts'] = (module, file) => module._compile(transformSync(readFileSync(file, 'utf8'), {
  filename: file, sourceMaps: 'inline', jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' },
}).code, file);
`;
  const app = appFolder({ 'main.ts': MAIN_TS, 'swc.cjs': hook });
  expect(runIn(app, process.execPath, '--enable-source-maps', '-r', './swc.cjs', 'main.ts').stderr).toMatch(
    IN_TYPESCRIPT,
  );
});

test('ES modules, also where other code runs in between', () => {
  const main = `import { App, Chart } from 'cdk8s';
import { Pod } from 'cdk8s-pod-patterns';
const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
const make = async (id) => { await null; return new Pod(chart, id, { main: { name: 'App', image: 'a' } }); };
await Promise.all(['a', 'b'].map(make));
['c'].forEach((id) => new Pod(chart, id, { main: { name: 'App', image: 'a' } }));
chart.node.scope.synth();
`;
  const { stderr } = runIn(appFolder({ 'main.mjs': main }), process.execPath, 'main.mjs');
  expect(stderr.match(/\[demo\/.*/g)).toEqual([
    '[demo/a] Pod demo-a (main.mjs:4:49)',
    '[demo/b] Pod demo-b (main.mjs:4:49)',
    '[demo/c] Pod demo-c (main.mjs:6:23)',
  ]);
});
