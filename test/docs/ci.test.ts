import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../../lib/cli/program';
import { memoryWorld } from '../support/memory-world';
import { type Block, blocksOf } from './blocks';

const ROOT = join(__dirname, '../..');
const GOOD = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  containers:
  - name: web
    image: nginx:1.27
    resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}
    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`;

const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const blocksIn = (page: string) => blocksOf(join(ROOT, 'docs', page));
const recipes = blocksIn('ci.md');
const called = (start: string) => recipes.filter(({ note }) => note.startsWith(start));

/** Commands of this package in the files and scripts of a page, without the program that runs them. */
function commandsIn({ code }: Block): string[] {
  return [...code.matchAll(/npx (?:cdk8s-)?pod-patterns (validate[^\n'|]*)/g)].map(([, command]) =>
    command.trim(),
  );
}

const commands = pages.flatMap((page) =>
  blocksIn(page)
    .filter(({ language }) => ['yaml', 'sh', 'groovy'].includes(language))
    .flatMap((block) => commandsIn(block).map((command): [page: string, command: string] => [page, command])),
);

test.each(commands)('%s: pod-patterns %s', async (_page, command) => {
  const world = memoryWorld({ 'k8s/web.yaml': GOOD, 'dist/web.yaml': GOOD, '-': GOOD });
  const code = await run(command.split(' '), world);
  expect({ code, err: world.said.err }).toEqual({ code: 0, err: '' });
});

test('there are commands', () => expect(commands.length).toBeGreaterThan(8));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly id?: string;
}

test.each(called('.github/').map(({ note, code }) => [note, code]))('%s is a workflow', (_name, code) => {
  const { on, jobs } = parse(code) as {
    on: unknown;
    jobs: Record<string, { 'runs-on': string; steps: readonly Step[] }>;
  };
  expect(on).toBeTruthy();
  for (const { 'runs-on': machine, steps } of Object.values(jobs)) {
    expect(machine).toMatch(/^ubuntu-/);
    for (const { uses, run: command } of steps) expect([uses, command].filter(Boolean)).toHaveLength(1);
    for (const { uses } of steps) expect(uses ?? 'a/b@v1').toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
    const ids = steps.map(({ id }) => id);
    for (const { if: condition = '' } of steps) {
      expect([undefined, ...ids]).toContain(/^steps\.(\w+)\./.exec(condition)?.[1]);
    }
  }
});

test('the file that a report goes to is the one that is read', () => {
  const [gitlab] = called('.gitlab-ci.yml');
  const { manifests } = parse(gitlab.code) as { manifests: { artifacts: { reports: { junit: string } } } };
  expect(gitlab.code).toContain(`--output=${manifests.artifacts.reports.junit} `);
  const [jenkins] = called('Jenkinsfile');
  expect(jenkins.code).toContain(`--output=${/junit '(.*)'/.exec(jenkins.code)![1]} `);
  const [scanning] = called('.github/workflows/code-scanning');
  expect(scanning.code).toContain(`--output=${/sarif_file: ([^,]+),/.exec(scanning.code)![1]} `);
});

test('a privileged container in a Deployment fails the recipe for Pod Security', async () => {
  const [workflow] = called('.github/workflows/pod-security');
  const [command] = commandsIn(workflow);
  const [agent] = called('agent.yaml');
  expect(
    await run(command.split(' '), memoryWorld({ 'k8s/web.yaml': GOOD, 'k8s/agent.yaml': agent.code })),
  ).toBe(1);
  expect(await run(command.split(' '), memoryWorld({ 'k8s/web.yaml': GOOD }))).toBe(0);
});

describe('the hook of pre-commit', () => {
  const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Record<
    string,
    unknown
  >[];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

  test('has what pre-commit asks for, and gets the package of its own version', () => {
    expect(hooks).toEqual([
      {
        id: 'pod-patterns',
        name: 'pod-patterns',
        description: expect.any(String),
        entry: `npx --yes --package=cdk8s-pod-patterns@${version} -- pod-patterns validate`,
        language: 'system',
        types_or: ['yaml', 'json'],
        require_serial: true,
        minimum_pre_commit_version: '2.9.2',
      },
    ]);
  });

  test('judges the files that it is given, with the arguments of the page', async () => {
    const [remote] = called('.pre-commit-config.yaml');
    const {
      repos: [
        {
          rev,
          hooks: [hook],
        },
      ],
    } = parse(remote.code) as { repos: { rev: string; hooks: { id: string; args: string[] }[] }[] };
    expect([rev, hook.id]).toEqual([`v${version}`, hooks[0].id]);
    expect(await run(['validate', ...hook.args, 'k8s/web.yaml'], memoryWorld({ 'k8s/web.yaml': GOOD }))).toBe(
      0,
    );
    expect(
      await run(
        ['validate', ...hook.args, 'k8s/web.yaml'],
        memoryWorld({ 'k8s/web.yaml': GOOD.replace(':1.27', '') }),
      ),
    ).toBe(1);
  });
});
