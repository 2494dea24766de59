import { ManifestValidator } from '../../lib';
import { printed } from '../support/kubectl';

/* Files are read as kubectl reads them, by validate and by create -f alike. */

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const json = (name: string) => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}"}}`;
const created = (text: string, file: string, ...more: string[]) =>
  printed(['create', '-f', file, '--dry-run=client', ...more], { [file]: text });
const validated = (text: string, file: string, kubernetesVersion?: string) =>
  new ManifestValidator({ kubernetesVersion })
    .validateYaml(text, file)
    .map(({ rule, message, resource }) => [rule, message, resource.name ?? '']);

describe.each(['a.json', 'a.yaml'])('%s', (file) => {
  test.each([
    ['in a row', `${json('a')}\n${json('b')}`],
    ['on one line (quarkus#8554, istio#1394)', `${json('a')}${json('b')}`],
    ['with white space between them', `${json('a')} \n\n\t${json('b')}\n`],
  ])('two JSON objects %s', (_, text) => {
    expect(created(text, file)).toEqual({
      code: 0,
      stdout: 'configmap/a created (dry run)\nconfigmap/b created (dry run)\n',
      stderr: '',
    });
    expect(validated(text, file)).toEqual([]);
    expect(validated(text.replace('"b"', '"B"'), file)).toEqual([['metadata', expect.anything(), 'B']]);
  });

  test.each([
    [
      'in an object (kubernetes#21385)',
      '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"},}',
    ],
    ['in an object inside', '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a",}}'],
    [
      'in a list',
      '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "finalizers": ["a/b",]}}',
    ],
  ])('a trailing comma %s', (_, text) => {
    const refused = /^json: offset \d+: invalid character '[}\]]' looking for beginning of/;
    expect(validated(text, file, '1.32')).toEqual([['yaml-syntax', expect.stringMatching(refused), '']]);
    expect(created(text, file, '--kubernetes-version=1.32')).toMatchObject({ code: 1, stdout: '' });
    expect(validated(text, file, '1.33')).toEqual([]);
    expect(created(text, file).stdout).toBe('configmap/a created (dry run)\n');
  });
});

test.each(['\u2028', '\u2029'])('a line break of YAML 1.1 without quotes (go-yaml#922): %j', (mark) => {
  const text = `${CONFIG_MAP}data:\n  k: a${mark}b\n`;
  expect(validated(text, 'a.yaml')).toEqual([['yaml-syntax', "could not find expected ':'", '']]);
  expect(created(text, 'a.yaml')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      "error: error parsing a.yaml: error converting YAML to JSON: yaml: line 7: could not find expected ':'\n",
  });
});

describe('lists', () => {
  const typed = (kind: string, items: string) => `apiVersion: v1\nkind: ${kind}\nitems:\n${items}`;

  test('each item of a ConfigMapList is a ConfigMap', () => {
    const text = typed('ConfigMapList', '- metadata: {name: a}\n- metadata: {name: b}\n');
    expect(validated(text, 'a.yaml')).toEqual([]);
    expect(created(text, 'a.yaml').stdout).toBe(
      'configmap/a created (dry run)\nconfigmap/b created (dry run)\n',
    );
    expect(validated(text.replace('name: b', 'name: B'), 'a.yaml')).toEqual([
      ['metadata', expect.anything(), 'B'],
    ]);
  });

  test('each item of a PodList is a Pod', () => {
    const text = typed('PodList', '- metadata: {name: a}\n  spec: {containers: [{name: a, imge: "a:1"}]}\n');
    expect(validated(text, 'a.yaml')[0]).toEqual([
      'unknown-field',
      'unknown field "spec.containers[0].imge"',
      'a',
    ]);
  });

  const refusal = (problems: string) =>
    `error: error validating "a.yaml": error validating data: ${problems}; if you choose to ignore these errors, turn validation off with --validate=false\n`;
  const item = (name: string, fields: string, kind = 'ConfigMap') =>
    `- {apiVersion: v1, kind: ${kind}, metadata: {name: ${name}}, ${fields}}\n`;
  const list = (items: string) => `apiVersion: v1\nkind: List\nitems:\n${items}`;

  /* The texts are those of kubectl 1.32 with a server 1.36.3. */
  test.each([
    [
      'an unknown field in one item',
      list(item('a', 'data: {}') + item('b', 'dta: {}')),
      'ValidationError(ConfigMap): unknown field "dta" in io.k8s.api.core.v1.ConfigMap',
    ],
    [
      'in two items',
      list(item('a', 'dta: {}') + item('b', 'dtb: {}')),
      '[ValidationError(ConfigMap): unknown field "dta" in io.k8s.api.core.v1.ConfigMap, ValidationError(ConfigMap): unknown field "dtb" in io.k8s.api.core.v1.ConfigMap]',
    ],
    [
      'wrong types and a missing field',
      list(item('a', 'spec: {containers: [{command: x, env: {a: b}, ports: [{containerPort: a}]}]}', 'Pod')),
      '[ValidationError(Pod.spec.containers[0].command): invalid type for io.k8s.api.core.v1.Container.command: got "string", expected "array", ValidationError(Pod.spec.containers[0].env): invalid type for io.k8s.api.core.v1.Container.env: got "map", expected "array", ValidationError(Pod.spec.containers[0].ports[0].containerPort): invalid type for io.k8s.api.core.v1.ContainerPort.containerPort: got "string", expected "integer", ValidationError(Pod.spec.containers[0]): missing required field "name" in io.k8s.api.core.v1.Container]',
    ],
    [
      'types of their own, and null',
      list(
        item(
          'a, labels: {a: {b: c}, c: null}, finalizers: [null]',
          'spec: {containers: [{name: a, resources: {limits: {cpu: [1]}}, livenessProbe: {exec: 5}}]}',
          'Pod',
        ),
      ),
      '[ValidationError(Pod.metadata.finalizers): unknown object type "nil" in Pod.metadata.finalizers[0], ValidationError(Pod.metadata.labels.a): invalid type for io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta.labels: got "map", expected "string", unknown object type "nil" in Pod.metadata.labels.c, ValidationError(Pod.spec.containers[0].livenessProbe.exec): invalid type for io.k8s.api.core.v1.ExecAction: got "integer", expected "map", ValidationError(Pod.spec.containers[0].resources.limits.cpu): invalid type for io.k8s.apimachinery.pkg.api.resource.Quantity: got "array", expected "string"]',
    ],
    [
      'an item of a typed list',
      typed('ConfigMapList', '- metadata: {name: a}\n  dta: {}\n'),
      'ValidationError(ConfigMapList.items[0]): unknown field "dta" in io.k8s.api.core.v1.ConfigMap',
    ],
  ])('are validated as a whole before anything is sent: %s', (_, text, problems) => {
    for (const dryRun of ['client', 'server']) {
      for (const command of ['create', 'apply']) {
        expect(printed([command, '-f', 'a.yaml', `--dry-run=${dryRun}`], { 'a.yaml': text })).toEqual({
          code: 1,
          stdout: '',
          stderr: refusal(problems),
        });
      }
    }
    expect(validated(text, 'a.yaml').length).toBeGreaterThan(0);
  });

  test('are sent without validation if it is off', () => {
    const text = list(item('a', 'data: {}') + item('b', 'dta: {}'));
    expect(created(text, 'a.yaml', '--validate=false').stdout).toBe(
      'configmap/a created (dry run)\nconfigmap/b created (dry run)\n',
    );
  });
});

test('a kind in small letters is sent, and the server refuses it', () => {
  const text = CONFIG_MAP.replace('ConfigMap', 'configmap');
  expect(validated(text, 'a.yaml')).toEqual([
    [
      'unknown-kind',
      expect.stringMatching(/^no kind "configmap" is registered for version "v1" in scheme/),
      'a',
    ],
  ]);
  expect(printed(['create', '-f', 'a.yaml', '--dry-run=server'], { 'a.yaml': text })).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^Error from server \(BadRequest\): error when creating "a.yaml": configmap in version "v1" cannot be handled as a ConfigMap: no kind "configmap" is registered/,
    ),
  });
});
