import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiObject, App, Chart, Include } from 'cdk8s';
import { LogSidecar, PodTemplate, Validation } from '../../lib';
import { failure } from '../support/failure';

/* Include of a file with a list, in an app that is validated. */

function included(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'));
  writeFileSync(join(folder, 'list.yaml'), text);
  const app = new App({ outdir: folder });
  const chart = new Chart(app, 'demo');
  const include = new Include(chart, 'list', { url: join(folder, 'list.yaml') });
  Validation.of(app);
  return { app, include };
}

const POD = 'metadata: {name: a}, spec: {containers: [{name: a, image: "nginx:1.27"}]}';
const LISTS = [
  ['List', `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, ${POD}}\n`],
  ['PodList', `apiVersion: v1\nkind: PodList\nitems:\n- {${POD}}\n`],
  [
    'List as JSON',
    `{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "nginx:1.27"}]}}]}`,
  ],
  ['ConfigMapList', 'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n'],
] as const;

test.each(LISTS)('a %s is judged item by item', (_, text) => {
  expect(() => included(text).app.synth()).not.toThrow();
  const message = failure(() => included(text.replace(/"?name"?: "?a"?/, '"name": "A"')).app.synth());
  expect(message).toContain('metadata.name: Invalid value: "A"');
  expect(message).not.toContain('unknown-kind');
});

test.each(LISTS.slice(0, 3))('a pattern is added to the Pod of a %s', (_, text) => {
  const { app, include } = included(text);
  PodTemplate.of(include.apiObjects[0] as ApiObject).add(new LogSidecar({ files: ['/var/log/a/a.log'] }));
  expect(() => app.synth()).not.toThrow();
  expect(JSON.stringify(include.apiObjects[0].toJson())).toContain('/var/log/a/a.log');
});
