import { Kubectl } from '../../lib';
import { printed } from '../support/kubectl';

const POD = `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers:
  - {name: app, image: "nginx:1.25", unknown: field}
  - {name: side, image: busybox}
`;
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\n';
const WIDGET = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {size: 3}\n';

const local = (argv: readonly string[], stdin: string) => printed([...argv, '--local', '-f', '-'], {}, stdin);
const refusal = (argv: readonly string[], stdin = POD) => local(argv, stdin).stderr;

describe('manifests that are changed', () => {
  it('lose what the type of their kind has no field for, and get what it always writes', () => {
    expect(local(['set', 'image', 'app=httpd', '-o', 'yaml'], POD).stdout).toBe(`apiVersion: v1
kind: Pod
metadata:
  labels:
    app: web
  name: web
spec:
  containers:
  - image: httpd
    name: app
    resources: {}
  - image: busybox
    name: side
    resources: {}
status: {}
`);
  });

  it('are written in the order of the Go structs as JSON', () => {
    const { stdout } = local(['set', 'serviceaccount', 'robot', '-o', 'json'], POD);
    expect(Object.keys(JSON.parse(stdout))).toEqual(['kind', 'apiVersion', 'metadata', 'spec', 'status']);
    expect(Object.keys(JSON.parse(stdout).spec.containers[0])).toEqual(['name', 'image', 'resources']);
  });

  it('stay as they are where labels, annotations and patches are concerned', () => {
    expect(local(['label', 'new=1', '-o', 'yaml'], WIDGET).stdout).toContain('spec:\n  size: 3\n');
    expect(local(['annotate', 'new=1', '-o', 'yaml'], POD).stdout).toContain('unknown: field');
  });

  it.each([
    [['label', 'a=1'], 'pod/web labeled\n'],
    [['label', 'app-'], 'pod/web unlabeled\n'],
    [['label', 'app-', 'b=1'], 'pod/web modified\n'],
    [['label', 'nope-'], 'pod/web not labeled\n'],
    [['annotate', 'a=1'], 'pod/web annotated\n'],
    [
      ['set', 'resources', '--limits=cpu=1', '--dry-run=client'],
      'pod/web resource requirements updated (dry run)\n',
    ],
    [['patch', '-p', '{}'], 'pod/web patched (no change)\n'],
    [['set', 'env', '--list'], '# Pod web, container app\n# Pod web, container side\n'],
    [['set', 'image', 'app=nginx:1.25'], ''],
  ])('are told of: %j', (argv, stdout) => expect(local(argv, POD)).toEqual({ code: 0, stdout, stderr: '' }));
});

describe('what goes wrong', () => {
  it.each([
    [['set', 'image', 'nope=x'], 'error: unable to find container named "nope"\n'],
    [
      ['set', 'image', '*=a', 'b=c'],
      'error: all containers are already specified by *, but saw more than one container_name=container_image pairs\n',
    ],
    [['set', 'env', 'A'], ''],
    [
      ['set', 'env', 'A=1', 'A-'],
      'error: can not both modify and remove the same environment variable in the same command\n',
    ],
    [
      ['set', 'resources', '--limits=cpu'],
      'error: invalid argument syntax cpu, expected <resource>=<value>\n',
    ],
    [
      ['set', 'subject', '--user=x'],
      'error: pod/web setting subjects is only supported for RoleBinding/ClusterRoleBinding\n',
    ],
    [['set', 'selector', 'a=b'], 'error: setting a selector is only supported for Services\n'],
    [['label', 'app=x'], "error: 'app' already has a value (web), and --overwrite is false\n"],
    [
      ['patch', '-p', '{"spec":{"containers":[{"image":"x"}]}}'],
      'error: map: map[image:x] does not contain declared merge key: name\n',
    ],
    [
      ['patch', '--type=json', '-p', '[{"op":"remove","path":"/spec/nope"}]'],
      "error: error in remove for path: '/spec/nope': Unable to remove nonexistent key: nope: missing value\n",
    ],
  ])('is said as kubectl says it: %j', (argv, stderr) => expect(refusal(argv)).toBe(stderr));

  it('in the name of a command is said, too', () => {
    expect(printed(['set', 'bogus']).stderr).toBe(
      'error: unknown command "bogus"\nSee \'kubectl set -h\' for help and examples\n',
    );
    expect(printed(['set']).stderr).toBe(
      'error: specify what to set: one of env, image, resources, selector, serviceaccount, subject\n',
    );
  });

  it('of several manifests does not keep the others from being changed', () => {
    const { code, stdout, stderr } = local(['set', 'image', '*=x'], `${CONFIG}---\n${POD}`);
    expect([code, stdout]).toEqual([1, 'pod/web image updated\n']);
    expect(stderr).toBe(
      'error: configmap/conf the object is not a pod or does not have a pod template: *v1.ConfigMap\n',
    );
  });

  it('in a document names its source', () => {
    expect(refusal(['label', 'a=1'], 'metadata: {name: x}\n')).toBe(
      `error: unable to decode "STDIN": Object 'Kind' is missing in '{"metadata":{"name":"x"}}'\n`,
    );
    expect(refusal(['set', 'image', 'a=b'], WIDGET)).toBe(
      'error: unable to decode "STDIN": no kind "Widget" is registered for version "example.com/v1" in scheme "pkg/scheme/scheme.go:28"\n',
    );
    expect(refusal(['patch', '-p', '{}'], WIDGET)).toBe(
      'error: strategic merge patch is not supported for example.com/v1, Kind=Widget locally, try --type merge\n',
    );
  });

  it.each([
    ['a: {b: c\n', "line 1: did not find expected ',' or '}'"],
    ['a: b\nc: d: e\n', 'line 2: mapping values are not allowed in this context'],
    ['a:\n  b: c\n d: e\n', 'line 2: did not find expected key'],
    ['a: b\nkey\n', "line 3: could not find expected ':'"],
    ['a: "b\n', 'line 2: found unexpected end of stream'],
    ['a:\n\tb: c\n', 'line 2: found character that cannot start any token'],
    ['- a\nb: c\n', "line 1: did not find expected '-' indicator"],
  ])('in YAML is said as go-yaml says it: %j', (text, problem) =>
    expect(refusal(['label', 'a=1'], text)).toBe(
      `error: error parsing STDIN: error converting YAML to JSON: yaml: ${problem}\n`,
    ),
  );
});

describe('files', () => {
  const FILES = {
    'd/a.yaml': POD,
    'd/b.yml': CONFIG,
    'd/c.txt': 'none',
    'd/sub/e.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"e"}}',
    'n/readme': '',
  };
  const labeled = (...names: readonly string[]) =>
    printed(['label', 'n=1', '--local', ...names.flatMap((name) => ['-f', name])], FILES, CONFIG);

  it('of a folder are those with a known extension', () => {
    expect(labeled('d').stdout).toBe('pod/web labeled\nconfigmap/conf labeled\n');
    expect(printed(['label', 'n=1', '--local', '-f', 'd', '-R'], FILES).stdout).toBe(
      'pod/web labeled\nconfigmap/conf labeled\nconfigmap/e labeled\n',
    );
    expect(labeled('d/*.y*ml', '-').stdout).toBe(
      'pod/web labeled\nconfigmap/conf labeled\nconfigmap/conf labeled\n',
    );
  });

  it.each([
    [['nope'], 'error: the path "nope" does not exist\n'],
    [['n'], 'error: error reading [n]: recognized file extensions are [.json .yaml .yml]\n'],
    [['-', '-'], 'error: standard input cannot be used for multiple arguments\n'],
    [['nope', 'nope*'], 'the path "nope" does not exist\nthe path "nope*" does not exist\n'],
    [
      ['https://x/y.yaml'],
      'error: "https://x/y.yaml" is a URL, and this command never downloads files: pipe its content into -f -\n',
    ],
  ])('that cannot be used are named: %j', (names, stderr) => expect(labeled(...names).stderr).toBe(stderr));

  it('are needed: objects in a cluster are not there', () => {
    expect(printed(['label', 'pod', 'web', 'a=1']).stderr).toContain('needs a cluster');
    expect(printed(['label', '-f', 'd/a.yaml', 'a=1'], FILES).stderr).toContain('--dry-run=client');
    expect(
      printed(['label', '-f', 'd/a.yaml', 'a=1', '--dry-run=client', '-o', 'yaml'], FILES).stdout,
    ).toContain('namespace: default');
  });
});

describe('in code', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'app', image: 'a', env: [{ name: 'X', value: '1' }] }] },
  };
  const container = (manifest: {
    readonly manifest: { readonly spec: { readonly containers: readonly unknown[] } };
  }) => manifest.manifest.spec.containers[0];

  it('manifests are changed and given back, the given ones stay as they are', () => {
    const before = JSON.stringify(pod);
    expect(container(Kubectl.setImage(pod, { images: { '*': 'b' } }))).toMatchObject({ image: 'b' });
    expect(container(Kubectl.setEnv(pod, { env: { Y: '2' }, remove: ['X'] }))).toMatchObject({
      env: [{ name: 'Y', value: '2' }],
    });
    expect(container(Kubectl.setResources(pod, { limits: { cpu: '0.5' } }))).toMatchObject({
      resources: { limits: { cpu: '500m' } },
    });
    expect(Kubectl.setServiceAccount(pod, 'robot').manifest.spec.serviceAccountName).toBe('robot');
    expect(Kubectl.label(pod, { labels: { a: 'b' } }).manifest.metadata.labels).toEqual({ a: 'b' });
    expect(Kubectl.annotate(pod, { annotations: { a: 'b' } }).manifest.metadata.annotations).toEqual({
      a: 'b',
    });
    expect(
      Kubectl.patch(pod, { spec: { containers: [{ name: 'more', image: 'm' }] } }).manifest.spec.containers,
    ).toHaveLength(2);
    expect(
      Kubectl.patch(pod, [{ op: 'remove', path: '/spec' }], { type: 'json' }).manifest,
    ).not.toHaveProperty('spec');
    expect(JSON.stringify(pod)).toBe(before);
  });

  it('Services and bindings have methods of their own', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's' },
      spec: { ports: [{ port: 80 }] },
    };
    expect(Kubectl.setSelector(service, 'app=web').manifest.spec.selector).toEqual({ app: 'web' });
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'b' },
      roleRef: { apiGroup: 'g', kind: 'Role', name: 'r' },
    };
    expect(Kubectl.setSubject(binding, { serviceAccounts: [':robot'] }).manifest.subjects).toEqual([
      { kind: 'ServiceAccount', name: 'robot', namespace: 'default' },
    ]);
  });

  it('mistakes are thrown in the words of kubectl', () => {
    expect(() => Kubectl.setImage(pod, { images: { nope: 'x' } })).toThrow(
      'unable to find container named "nope"',
    );
    expect(() => Kubectl.label(pod, {})).toThrow('at least one label update is required');
    expect(() => Kubectl.label(pod, { lables: {} } as never)).toThrow(
      'unknown option "lables": did you mean "labels"?',
    );
    expect(() => Kubectl.setEnv(pod, { env: { X: '2' }, overwrite: false })).toThrow(
      "'X' already has a value (1), and --overwrite is false",
    );
  });
});
