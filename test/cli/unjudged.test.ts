import { run } from '../../lib/cli/program';
import { printed } from '../support/kubectl';
import { memoryWorld } from '../support/memory-world';
import { describeUnjudged } from '../support/unjudged-kind';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

describeUnjudged('a kind without rules of its own', ({ apiVersion, kind, manifest, note }) => {
  const FILES = { 'a.yaml': `${manifest('a')}---\n${manifest('b')}` };
  const OFF = { 'pod-patterns.yaml': 'rules: {kind-not-judged: off}\n' };

  async function validate(argv: readonly string[], more = {}) {
    const world = memoryWorld({ ...FILES, ...more });
    const code = await run(['validate', ...argv, 'a.yaml'], world);
    return { code, ...world.said };
  }

  test('the status says what it is based on', async () => {
    const { code, out, err } = await validate(['--format=status']);
    expect(code).toBe(0);
    const [line] = out.split('\n');
    expect(JSON.parse(line)).toEqual({
      file: 'a.yaml',
      document: 0,
      ok: true,
      code: 201,
      reason: '',
      message: '',
      causes: [],
      warnings: [],
      judged: 'schema',
    });
    expect(err).toBe(`pod-patterns: note: ${note}\n`);
  });

  test.each([['text'], ['json'], ['sarif'], ['junit'], ['github']])(
    '--format=%s contains it',
    async (format) => {
      for (const quiet of [[], ['-q']]) {
        const { code, out, err } = await validate([`--format=${format}`, ...quiet]);
        expect(code).toBe(0);
        expect(out + err).toContain(note);
        expect(`${out}${err}`.split(note).length).toBe(['text', 'github'].includes(format) ? 2 : 3);
      }
    },
  );

  test('the text says it once for all kinds, with -q on standard error', async () => {
    expect((await validate([])).out).toMatch(new RegExp(`^note: ${note}\n2 manifests: no errors\n`));
    expect(await validate(['-q'])).toEqual({ code: 0, out: '', err: `pod-patterns: note: ${note}\n` });
  });

  test.each([['text'], ['json'], ['sarif'], ['junit'], ['github'], ['status']])(
    'nothing is said in %s if the rule is off',
    async (format) => {
      for (const [argv, more] of [
        [['--rule=kind-not-judged=off'], {}],
        [[], OFF],
      ] as const) {
        const { code, out, err } = await validate([`--format=${format}`, ...argv], more);
        expect(code).toBe(0);
        expect(out + err).not.toMatch(/only fields|partly validated/);
      }
      expect(await validate(['-q', '--rule=kind-not-judged=off'])).toEqual({ code: 0, out: '', err: '' });
    },
  );

  test('it is a finding like others at another level', async () => {
    const { code, out } = await validate(['--rule=kind-not-judged=error', '-q']);
    expect(code).toBe(1);
    expect(out).toContain(`a.yaml:2:7: error: kind-not-judged in ${kind} a\n`);
  });

  test('a dry run by a server creates nothing', () => {
    const files = { 'a.yaml': manifest('a') };
    const warning = `Warning: ${kind} "a": ${note}, so the server's answer is unknown\n`;
    for (const command of ['create', 'apply']) {
      const argv = [command, '-f', 'a.yaml', '--dry-run=server'];
      expect(printed(argv, files)).toEqual({ code: 0, stdout: '', stderr: warning });
      const yaml = printed([...argv, '-o', 'yaml'], files);
      expect(yaml.stdout).toContain(`apiVersion: ${apiVersion}\n`);
      expect(yaml.stderr).toBe(warning);
      expect(printed([...argv, '--warnings-as-errors'], files)).toEqual({
        code: 1,
        stdout: '',
        stderr: `${warning}error: 1 warning received\n`,
      });
    }
    expect(printed(['create', '-f', 'a.yaml', '--dry-run=client'], files).stdout).toMatch(
      / created \(dry run\)\n$/,
    );
    for (const argv of [
      ['label', '-f', 'a.yaml', 'x=y', '--dry-run=server'],
      ['patch', '-f', 'a.yaml', '-p', '{"metadata":{"labels":{"a":"b"}}}', '--dry-run=server'],
    ]) {
      expect(printed(argv, files)).toEqual({ code: 0, stdout: '', stderr: warning });
    }
  });
});

test('the text names kinds of which no fields are known', async () => {
  const flows = 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: {name: a}\n';
  const world = memoryWorld({ 'a.yaml': flows });
  await run(['validate', '--kubernetes-version=1.31', 'a.yaml'], world);
  expect(world.said.out).toMatch(
    /\nnote: flowcontrol.apiserver.k8s.io\/v1beta3 FlowSchema is not validated: its fields are unknown\n1 manifest/,
  );
});

test('a node port that a server refuses is not created', () => {
  const argv = ['create', 'service', 'nodeport', 's', '--tcp=80', '--node-port=80', '--dry-run=server'];
  expect(printed(argv).stdout).toBe('');
});

test('a custom resource is not judged', async () => {
  const world = memoryWorld({ 'a.yaml': 'apiVersion: argoproj.io/v1\nkind: Rollout\nmetadata: {name: a}\n' });
  await run(['validate', '--format=status', 'a.yaml'], world);
  expect(JSON.parse(world.said.out)).toMatchObject({ ok: false, code: 0, reason: 'Client', judged: 'none' });
});

test.each([
  ['the configuration', [], { 'pod-patterns.yaml': 'customResources: [argoproj.io]\n' }],
  ['the command line', ['--custom-resource=argoproj.io'], {}],
] as const)(
  'a custom resource that %s allows has a status, which says that it was not judged',
  async (_, argv, files) => {
    const world = memoryWorld({
      ...files,
      'a.yaml': 'apiVersion: argoproj.io/v1\nkind: Rollout\nmetadata: {name: a}\n',
    });
    await run(['validate', '--format=status', ...argv, 'a.yaml'], world);
    expect(JSON.parse(world.said.out)).toMatchObject({ ok: true, code: 201, judged: 'none' });
  },
);
