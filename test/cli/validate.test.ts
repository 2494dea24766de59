import { run } from '../../lib/cli/program';
import { failure, type Files, memoryWorld } from '../support/memory-world';

const FILES: Files = {
  'good.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: good}\nspec:\n  containers:\n  - {name: app, image: "nginx:1.27"}\n',
  'untagged.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: untagged}\nspec:\n  containers:\n  - {name: app, image: nginx}\n',
  'bad.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: bad\nspec:\n  containers:\n  - name: app\n    imgae: nginx\n    tty: "yes"\n---\nkind: Pod\n',
  'tab.yaml': 'metadata:\n\tname: x\n',
  'secrets.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: b}\n',
  'list.yaml':
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n  spec:\n    containers:\n    - name: app\n',
  'newer.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostnameOverride: b\n  containers:\n  - {name: app, image: "nginx:1.27", imgae: x}\n',
  'team.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: team, labels: {pod-security.kubernetes.io/enforce: baseline}}\n',
  'host.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: host, namespace: team}\nspec:\n  hostPID: true\n  containers:\n  - {name: app, image: "nginx:1.27"}\n',
  'audit.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: team, labels: {pod-security.kubernetes.io/audit: baseline}}\n',
  'comments.yaml': '# nothing\n',
  binary: 'a\0b',
  'secret.yaml': failure('EACCES'),
  '-': 'apiVersion: v1\nkind: Pod\nmetadata: {name: good}\nspec:\n  containers:\n  - {name: app}\n',
};

async function pods(...argv: string[]) {
  const world = memoryWorld(FILES);
  const code = await run(argv, world);
  return { code, ...world.said };
}

test.each([
  [['validate', 'good.yaml'], 0],
  [['validate', 'bad.yaml'], 1],
  [['validate', 'good.yaml', 'bad.yaml', 'tab.yaml'], 1],
  [['validate', 'secrets.yaml'], 0],
  [['validate', 'list.yaml'], 1],
  [['validate', 'comments.yaml'], 1],
  [['validate', '-'], 1],
  [['validate', 'nope.yaml', 'secret.yaml', 'binary', 'good.yaml'], 2],
  [['validate', '--format=status', 'good.yaml', 'bad.yaml', 'tab.yaml'], 1],
  [['validate', '--kubernetes-version', '1.31', 'good.yaml'], 0],
  [['validate', '--kubernetes-version=1.20', 'good.yaml'], 2],
  [['validate', '--kubernetes-version=1.36,1.30,1.34', 'newer.yaml'], 1],
  [['validate', '--kubernetes-version=1.30,1.36', '--format=status', 'newer.yaml'], 1],
  [['validate', 'host.yaml', 'team.yaml'], 1],
  [['validate', '--format=status', 'host.yaml', 'team.yaml'], 1],
  [['validate', 'audit.yaml', 'host.yaml'], 0],
  [['validate', 'host.yaml'], 0],
  [['validate', '--pod-security', 'restricted:v1.34', 'good.yaml'], 1],
  [['validate', '--pod-security=privileged', 'good.yaml'], 0],
  [['validate', '--pod-security=baseline', '--kubernetes-version=1.34,1.36', 'good.yaml', 'host.yaml'], 1],
  [['validate', '--pod-security=strict', 'good.yaml'], 2],
  [['validate', '--pod-security=baseline:2', 'good.yaml'], 2],
  [['validate', '--rule', 'resources=off', '--rule=image-tag=error', 'good.yaml', 'untagged.yaml'], 1],
  [
    [
      'validate',
      '--rule=image-tag=error',
      '--rule=image-tag=off',
      '--kubernetes-version=1.30,1.36',
      'untagged.yaml',
    ],
    0,
  ],
  [['validate', '--rule=image-tag=error', '--format=status', 'untagged.yaml'], 0],
  [['validate', '--rule=image-tags=error', 'good.yaml'], 2],
  [['validate', '--rule=image-tag=warn', 'good.yaml'], 2],
  [['validate', '--rule=image-tag', 'good.yaml'], 2],
  [['validate', '--format', 'xml', 'good.yaml'], 2],
  [['validate', '--fromat=text', 'good.yaml'], 2],
  [['validate', '-x', 'good.yaml'], 2],
  [['validate', '--format'], 2],
  [['good.yaml'], 2],
  [['completion'], 2],
  [['validate'], 1],
  [['vet', 'good.yaml'], 2],
  [['--help'], 0],
  [[], 0],
])('pod-patterns %j ends with %d', async (argv, code) => {
  const result = await pods(...argv);
  expect(result.code).toBe(code);
  expect(`${result.out}--- stderr\n${result.err}`).toMatchSnapshot();
});

test('--version is that of the package', async () => {
  expect(await pods('--version')).toEqual({
    code: 0,
    out: `${(require('../../package.json') as { version: string }).version}\nKubernetes 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37\n`,
    err: '',
  });
});

test('a bug met while reading a file fails the run, and hides nothing of other files', async () => {
  const world = memoryWorld({ 'x.yaml': new TypeError('a bug'), 'y.yaml': 'a: [' });
  expect(await run(['validate', 'x.yaml', 'y.yaml'], world)).toBe(2);
  expect(world.said.err).toMatch(/^pod-patterns: x\.yaml: internal error: TypeError: a bug \(.*\)$/m);
  expect(world.said.out).toContain('yaml-syntax');
});

describe('--max-findings', () => {
  const FAULTY =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: A}\nspec: {containers: [{name: B, image: "nginx:1.27"}]}\n---\n';
  const findings = async (documents: number, ...argv: string[]) => {
    const world = memoryWorld({ 'a.yaml': FAULTY.repeat(documents) });
    const code = await run(['validate', '--rule=resources=off', ...argv, 'a.yaml'], world);
    return {
      code,
      shown: world.said.out.match(/^a\.yaml:\d+:\d+: /gm)?.length ?? 0,
      end: world.said.out.trimEnd().split('\n').slice(-2),
    };
  };

  test('stops printing after a thousand findings, and counts the rest', async () => {
    expect(await findings(700)).toMatchObject({
      code: 1,
      shown: 1_000,
      end: [
        expect.stringMatching(/^400 more findings not shown: /),
        expect.stringMatching(/^700 manifests: 1400 errors, 0 warnings/),
      ],
    });
  });

  test('shows as many as are asked for', async () => {
    expect(await findings(2, '--max-findings=3')).toMatchObject({
      code: 1,
      shown: 3,
      end: [expect.stringMatching(/^1 more finding not shown: /), expect.anything()],
    });
    expect(await findings(2, '--max-findings=0')).toMatchObject({ code: 1, shown: 0 });
    expect(await findings(2, '--max-findings=4')).toMatchObject({ shown: 4, end: ['', expect.anything()] });
  });

  test('leaves other formats whole', async () => {
    const world = memoryWorld({ 'a.yaml': FAULTY.repeat(3) });
    await run(['validate', '--format=json', '--max-findings=1', 'a.yaml'], world);
    expect(JSON.parse(world.said.out).summary).toMatchObject({ errors: 6 });
    expect(world.said.out.match(/"rule":/g)!.length).toBeGreaterThanOrEqual(6);
  });

  test('takes numbers alone', async () => {
    const world = memoryWorld({ 'a.yaml': FAULTY });
    expect(await run(['validate', '--max-findings=many', 'a.yaml'], world)).toBe(2);
    expect(world.said.err).toContain('--max-findings "many" is not a valid number: use 0 to 999999999');
  });
});
