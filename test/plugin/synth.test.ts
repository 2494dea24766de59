import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, synthIn } from '../support/app-folder';

/** An app whose manifest has what cdk8s alone would take: the image of its Pod stands in the options. */
const app = (container: object) => `
const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'demo', { disableResourceNameHashes: true });
new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [${JSON.stringify(container)}] } });
app.synth();
`;

const BAD = { name: 'app', imgae: 'nginx:1.27' };
const GOOD = { name: 'app', image: 'nginx:1.27' };

const plugin = (properties: string) => `- package: ./node_modules/cdk8s-pod-patterns
  version: 0.1.0
  class: PodPatternsValidation
  properties: ${properties}
`;

const config = (validations: string) =>
  `language: typescript\napp: node main.js\noutput: dist\nvalidations: ${validations}\n`;
const inline = (properties: string) => config(`\n${plugin(properties).replace(/^/gm, '  ')}`);

/** The report without its frame of title and table, whose width is that of a path. */
const shown = (folder: string, text: string) =>
  text
    .replaceAll(folder, '.')
    .replaceAll(realpathSync(folder), '.')
    .replace(/^[╔╟╚].*\n/gm, '')
    .replace(/ +║$/gm, '')
    .replace(/^-{9,}$/m, '---');

test('synth fails by the exit code, and shows rule, message, suggestion, construct and line', () => {
  const folder = appFolder({ 'main.js': app(BAD), 'cdk8s.yaml': inline('{ kubernetesVersion: "1.34" }') });
  const { status, stdout, stderr } = synthIn(folder, '--validation-reports-output-file', 'report.json');
  expect(status).toBe(2);
  expect(stderr).toContain('Validation failed. See above reports for details');
  expect(shown(folder, stdout)).toMatchSnapshot();
  const { reports } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  expect(reports[0].violations).toEqual([
    {
      ruleName: 'unknown-field',
      recommendation: 'error: unknown field "spec.containers[0].imgae"',
      fix: 'did you mean "image"?',
      violatingConstructs: [
        {
          constructPath: 'demo/web',
          resourceName: 'demo-web',
          manifestPath: 'dist/demo.k8s.yaml',
          locations: ['dist/demo.k8s.yaml:7:7 Pod spec.containers[0].imgae'],
        },
      ],
    },
  ]);
});

test('synth succeeds, and says how much was judged', () => {
  const folder = appFolder({ 'main.js': app(GOOD), 'cdk8s.yaml': inline('{ podSecurity: baseline }') });
  const { status, stdout } = synthIn(folder);
  expect(shown(folder, stdout)).toMatchSnapshot();
  expect(status).toBe(0);
});

test('validations may stand in a file of their own', () => {
  const folder = appFolder({
    'main.js': app(BAD),
    'cdk8s.yaml': config('./validations.yaml'),
    'validations.yaml': plugin('{}'),
  });
  const { status, stdout } = synthIn(folder);
  expect(status).toBe(2);
  expect(stdout).toContain('did you mean "image"?');
});

test('a property that is wrong ends synth with a suggestion', () => {
  const folder = appFolder({ 'main.js': app(GOOD), 'cdk8s.yaml': inline('{ kubernetesVersion: 1.34 }') });
  const { status, stdout, stderr } = synthIn(folder);
  expect(status).toBe(1);
  expect(stdout + stderr).toContain(
    'PodPatternsValidation: kubernetesVersion is 1.34, but must be a string: quote it, for example "1.30"',
  );
});

test('with --stdout the report follows the manifests', () => {
  const folder = appFolder({
    'main.js': app(BAD),
    'cdk8s.yaml': 'language: typescript\napp: node main.js\n' + `validations:\n${plugin('{}')}`,
  });
  const { status, stdout } = synthIn(folder, '--stdout');
  expect(status).toBe(2);
  expect(stdout).toContain('> STDOUT:7:7 Pod spec.containers[0].imgae');
});
