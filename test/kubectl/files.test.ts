import { printed } from '../support/kubectl';

const pod = (name: string, container = '{name: a, image: nginx}') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: ${name}}}\nspec:\n  containers: [${container}]\n`;
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\ndata: {a: b}\n';
const FILES = {
  'pod.yaml': pod('web'),
  'config.yaml': CONFIG,
  'two.yaml': `${CONFIG}---\n${pod('web')}`,
  'twice.yaml': pod('web', '{name: a, image: nginx}, {name: a, image: nginx}'),
  'several.yaml': pod('web', '{name: a, image: nginx}, {name: a, image: ""}'),
  'unknown-field.yaml': pod('web', '{name: a, image: nginx, imagePolicy: Always}'),
  'wrong-type.yaml': pod('web', '{name: a, image: nginx, ports: [{containerPort: x}], foo: 1}'),
  'warned.yaml': pod('web', '{name: a, image: nginx, env: [{name: A, value: x}, {name: A, value: x}]}'),
  'widget.yaml': `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n---\n${CONFIG}`,
  'list.yaml':
    'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n- {apiVersion: example.com/v1, kind: Widget, metadata: {name: w}}\n',
  'no-kind.yaml': `${CONFIG}---\napiVersion: v1\nmetadata: {name: a}\n---\n${CONFIG}`,
  'generated.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: conf-}\n',
  'unnamed.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n',
  'null.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf, annotations: null}\ndata: {a: b}\n',
  'dir/a.yaml': CONFIG,
  'dir/b.yml': pod('web'),
  'dir/sub/c.json': '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "deep"}}',
  'broken.yaml': 'a: [\n',
};

const run = (line: string, stdin = '') => printed(line.split(' '), FILES, stdin);
const CREATED = (what: string, from: string) => ({
  code: 0,
  stdout: `${what} created (${from})\n`,
  stderr: '',
});

describe.each(['create', 'apply'])('%s -f', (verb) => {
  it.each(['client', 'server'])('says what would be created: %s', (dryRun) => {
    const from = dryRun === 'client' ? 'dry run' : 'server dry run';
    expect(run(`${verb} -f pod.yaml --dry-run=${dryRun}`)).toEqual(CREATED('pod/web', from));
    expect(run(`${verb} -f two.yaml --dry-run=${dryRun} -o name`).stdout).toBe('configmap/conf\npod/web\n');
  });

  it('reads folders, several files and standard input', () => {
    expect(run(`${verb} -f dir --dry-run=client -o name`).stdout).toBe('configmap/conf\npod/web\n');
    expect(run(`${verb} -R -f dir --dry-run=client -o name`).stdout).toBe(
      'configmap/conf\npod/web\nconfigmap/deep\n',
    );
    expect(run(`${verb} -f pod.yaml -f - --dry-run=client -o name`, CONFIG).stdout).toBe(
      'pod/web\nconfigmap/conf\n',
    );
  });

  it('takes those with the labels that are asked for', () => {
    expect(run(`${verb} -f two.yaml -l app=web --dry-run=client -o name`).stdout).toBe('pod/web\n');
    expect(run(`${verb} -f two.yaml -l app!=web --dry-run=client -o name`).stdout).toBe('configmap/conf\n');
    expect(run(`${verb} -f two.yaml -l app=other --dry-run=client`).stderr).toBe(
      `error: no objects passed to ${verb}\n`,
    );
    expect(run(`${verb} -f two.yaml -l a=b=c --dry-run=client`).stderr).toBe(
      "error: the provided selector \"a=b=c\" is not valid: found '=', expected: ',' or 'end of string'\n",
    );
  });

  it('puts objects into the namespace that is asked for', () => {
    expect(
      run(`${verb} -f config.yaml -n dev --dry-run=server -o jsonpath={.metadata.namespace}`).stdout,
    ).toBe('dev');
    expect(run(`${verb} -f config.yaml --dry-run=client -o jsonpath={.metadata.namespace}`).stdout).toBe(
      'default',
    );
  });

  it.each([
    [
      '-f twice.yaml --dry-run=server',
      'The Pod "web" is invalid: spec.containers[1].name: Duplicate value: "a"\n',
    ],
    [
      '-f several.yaml --dry-run=server',
      'The Pod "web" is invalid: \n* spec.containers[1].image: Required value\n* spec.containers[1].name: Duplicate value: "a"\n',
    ],
    [
      '-f unknown-field.yaml --dry-run=server',
      'Error from server (BadRequest): error when creating "unknown-field.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.containers[0].imagePolicy"\n',
    ],
    [
      '-f wrong-type.yaml --dry-run=server --validate=false',
      'Error from server (BadRequest): error when creating "wrong-type.yaml": Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32\n',
    ],
    [
      '-f pod.yaml --dry-run=server --validate=loose',
      'error: invalid - validate option "loose"; must be one of: strict (or true), warn, ignore (or false)\n',
    ],
    [
      '-f pod.yaml --dry-run=maybe',
      'error: Invalid dry-run value (maybe). Must be "none", "server", or "client".\n',
    ],
    ['-f nope.yaml --dry-run=server', 'error: the path "nope.yaml" does not exist\n'],
    [
      '-f broken.yaml --dry-run=client',
      'error: error parsing broken.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content\n',
    ],
    ['--dry-run=server', 'error: must specify one of -f and -k\n'],
    [
      '-k . --dry-run=server',
      'error: -k .: kustomizations are not supported: pipe the output of kustomize build into -f -\n',
    ],
  ])('refuses: %s', (line, stderr) =>
    expect(run(`${verb} ${line}`)).toEqual({ code: 1, stdout: '', stderr }),
  );

  it('needs a cluster without a dry run', () => {
    expect(run(`${verb} -f pod.yaml`)).toEqual({
      code: 1,
      stdout: '',
      stderr: `error: to ${verb === 'create' ? 'create' : 'apply'} an object needs a cluster, and this command never contacts one: add --dry-run=client, or --dry-run=server to validate as the server would
`,
    });
  });

  it('prints what a server warns of, and may take it for an error', () => {
    const warning =
      'Warning: spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply\n';
    expect(run(`${verb} -f warned.yaml -f warned.yaml --dry-run=server`)).toMatchObject({
      code: 0,
      stderr: warning,
    });
    expect(run(`${verb} -f warned.yaml --dry-run=server --warnings-as-errors`)).toEqual({
      code: 1,
      stdout: 'pod/web created (server dry run)\n',
      stderr: `${warning}error: 1 warning received\n`,
    });
  });

  it('warns of unknown fields, or passes them over, where that is asked for', () => {
    expect(run(`${verb} -f unknown-field.yaml --dry-run=server --validate=warn`)).toEqual({
      ...CREATED('pod/web', 'server dry run'),
      stderr: 'Warning: unknown field "spec.containers[0].imagePolicy"\n',
    });
    expect(run(`${verb} -f unknown-field.yaml --dry-run=server --validate=ignore`)).toEqual(
      CREATED('pod/web', 'server dry run'),
    );
  });

  it('goes on after an object that is refused', () => {
    const { code, stdout, stderr } = run(
      `${verb} -f twice.yaml -f config.yaml -f widget.yaml --dry-run=server`,
    );
    expect([code, stdout]).toEqual([
      1,
      'configmap/conf created (server dry run)\nconfigmap/conf created (server dry run)\n',
    ]);
    expect(stderr).toContain(
      'Error from server (Invalid): error when creating "twice.yaml": Pod "web" is invalid: spec.containers[1].name: Duplicate value: "a"\n',
    );
    expect(stderr).toContain(
      'resource mapping not found for name: "w" namespace: "" from "widget.yaml": no matches for kind "Widget" in version "example.com/v1"\nensure CRDs are installed first\n',
    );
  });

  it('does not know a kind in a list', () => {
    expect(run(`${verb} -f list.yaml --dry-run=client`)).toEqual({
      code: 1,
      stdout: 'configmap/a created (dry run)\n',
      stderr: 'unable to recognize no matches for kind "Widget" in version "example.com/v1"\n',
    });
  });

  it('reads no further in a file where an object has no kind, unless that does not matter', () => {
    expect(run(`${verb} -f no-kind.yaml --dry-run=client`)).toEqual({
      code: 1,
      stdout: 'configmap/conf created (dry run)\n',
      stderr:
        'error: error validating "no-kind.yaml": error validating data: kind not set; if you choose to ignore these errors, turn validation off with --validate=false\n',
    });
    expect(run(`${verb} -f no-kind.yaml --dry-run=client --validate=false`).stdout).toBe(
      'configmap/conf created (dry run)\n'.repeat(2),
    );
  });
});

describe('create -f', () => {
  it('prints objects as they are sent, or as a server returns them', () => {
    expect(run('create -f config.yaml -f pod.yaml --dry-run=client -o yaml').stdout).toMatchSnapshot(
      'client',
    );
    expect(run('create -f config.yaml -f pod.yaml --dry-run=server -o yaml').stdout).toMatchSnapshot(
      'server',
    );
  });

  it('follows the version that is asked for', () => {
    expect(
      run('create -f pod.yaml --dry-run=server --kubernetes-version=1.36 -o jsonpath={.metadata.generation}')
        .stdout,
    ).toBe('1');
    expect(
      run('create -f pod.yaml --dry-run=server --kubernetes-version=1.30 -o jsonpath={.metadata.generation}')
        .stdout,
    ).toBe('');
  });

  it('makes a name where a server would', () => {
    expect(run('create -f generated.yaml --dry-run=server').stdout).toBe(
      'configmap/conf-abcde created (server dry run)\n',
    );
    expect(run('create -f generated.yaml --dry-run=client').stdout).toBe(
      'configmap/<unknown> created (dry run)\n',
    );
    expect(run('create -f unnamed.yaml --dry-run=server').stderr).toBe(
      'The ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required\n',
    );
  });

  it('keeps the manifest in an annotation where that is asked for', () => {
    expect(
      run('create -f config.yaml --save-config --dry-run=client -o jsonpath={.metadata.annotations}').stdout,
    ).toBe(
      '{"kubectl.kubernetes.io/last-applied-configuration":"{\\"apiVersion\\":\\"v1\\",\\"data\\":{\\"a\\":\\"b\\"},\\"kind\\":\\"ConfigMap\\",\\"metadata\\":{\\"annotations\\":{},\\"name\\":\\"conf\\",\\"namespace\\":\\"default\\"}}\\n"}',
    );
  });

  it.each([
    [
      '--raw=/api',
      'error: --raw sends a file to a server, and this command never contacts one: remove the flag\n',
    ],
    ['--edit', 'error: --edit is not supported: edit the file first, then remove the flag\n'],
    ['--raw=/api --edit', 'error: --raw and --edit are mutually exclusive\n'],
  ])('refuses %s', (flags, stderr) =>
    expect(run(`create -f pod.yaml --dry-run=client ${flags}`).stderr).toBe(stderr),
  );
});

describe('apply -f', () => {
  it('prints what it has applied all together, the manifest in an annotation', () => {
    expect(run('apply -f null.yaml --dry-run=client -o yaml').stdout).toMatchSnapshot('one');
    expect(run('apply -f config.yaml -f pod.yaml --dry-run=server -o json').stdout).toMatchSnapshot(
      'several',
    );
  });

  it('prints nothing in full where something went wrong', () => {
    expect(run('apply -f config.yaml -f twice.yaml --dry-run=server -o yaml').stdout).toBe('');
  });

  it.each([
    ['-f generated.yaml', 'error: from conf-: cannot use generate name with apply\n'],
    [
      '-f unnamed.yaml',
      `error: error when retrieving current configuration of:
Resource: "/v1, Resource=configmaps", GroupVersionKind: "/v1, Kind=ConfigMap"
Name: "", Namespace: "default"
from server for: "unnamed.yaml": resource name may not be empty
`,
    ],
    ['-f pod.yaml --force-conflicts', 'error: --force-conflicts only works with --server-side\n'],
    [
      '-f pod.yaml --server-side',
      "error: --dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)\n",
    ],
    ['-f pod.yaml --all -l a=b', 'error: cannot set --all and --selector at the same time\n'],
    ['-f pod.yaml --subresource=status', 'error: --subresource can only be specified for --server-side\n'],
    [
      '-f pod.yaml --prune --all',
      'error: --prune deletes objects from a cluster, and this command never contacts one: remove the flag\n',
    ],
  ])('refuses: %s', (line, stderr) =>
    expect(run(`apply ${line} --dry-run=client`)).toEqual({ code: 1, stdout: '', stderr }),
  );

  it.each([
    ['--server-side --force', 'error: --force cannot be used with --server-side\n'],
    ['--force', 'error: --dry-run=server cannot be used with --force\n'],
    [
      '--server-side',
      'error: --server-side merges into objects in a cluster, and this command never contacts one: remove the flag\n',
    ],
  ])('refuses of a server: %s', (flags, stderr) =>
    expect(run(`apply -f pod.yaml --dry-run=server ${flags}`).stderr).toBe(stderr),
  );
});
