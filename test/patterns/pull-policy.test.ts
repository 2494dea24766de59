import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Ambassador,
  ConfigReloader,
  ContentSync,
  CopyFiles,
  Dependency,
  FixPermissions,
  InitGate,
  type k8s,
  LogSidecar,
  type PodPattern,
  PodTemplate,
  RenderConfig,
  type ShellContainerOptions,
  SocketCompanion,
  StatefulMember,
} from '../../lib';
import { STRUCTS } from '../../lib/options/table';

/* What brings a container takes a pull policy for it, and passes it on. */

type Make = (options: ShellContainerOptions) => PodPattern;

const helper = { name: 'helper', image: 'helper:1' };

/** Each pattern that brings a container, by the struct of that container's options. */
const PATTERNS: { readonly [struct: string]: readonly Make[] } = {
  ConfigReloaderOptions: [(shell) => new ConfigReloader({ ...shell, watch: ['/data'], process: 'app' })],
  ContentSyncOptions: [true, false].map(
    (native): Make =>
      (shell) =>
        new ContentSync({ ...shell, repo: 'https://git.example.com/site', to: '/site', native }),
  ),
  CopyFilesOptions: [(shell) => new CopyFiles({ image: 'plugins:1', ...shell, from: ['/a'], to: '/opt/a' })],
  FixPermissionsOptions: [(shell) => new FixPermissions({ ...shell, paths: ['/data'], user: 1000 })],
  GateOptions: [
    (wait) => new Ambassador({ container: helper, port: 5432, localhostOnly: true, wait }),
    (wait) => new SocketCompanion({ container: helper, socket: '/run/app/app.sock', wait }),
  ],
  InitGateOptions: [(shell) => new InitGate({ ...shell, waitFor: [Dependency.dns('db')] })],
  LogSidecarOptions: [(shell) => new LogSidecar({ ...shell, files: ['/var/log/app/app.log'] })],
  RenderConfigOptions: [(shell) => new RenderConfig({ ...shell, to: '/etc/app', templates: { a: 'b' } })],
  StatefulMemberOptions: [(shell) => new StatefulMember({ ...shell, service: 'db' })],
};

const cases = Object.entries(PATTERNS).flatMap(([struct, makes]) =>
  makes.map((make, index) => ({ struct, make, index })),
);

/** The containers that a pattern brings: neither the main one nor one that the user gives. */
function brought(make: Make, options: ShellContainerOptions): k8s.Container[] {
  const main = { name: 'main', image: 'main:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] };
  const pod = new PodTemplate({ main, volumes: [{ name: 'data', configMap: { name: 'data' } }] });
  pod.add(make(options));
  return [...pod.initContainers, ...pod.containers].filter(({ name }) => !['main', 'helper'].includes(name));
}

test.each(cases)('$struct $index: the pull policy is passed on', ({ make }) => {
  const containers = brought(make, { imagePullPolicy: 'Always' });
  expect(containers.length).toBeGreaterThan(0);
  expect(containers.map(({ imagePullPolicy }) => imagePullPolicy)).toEqual(containers.map(() => 'Always'));
});

test.each(cases)('$struct $index: without one there is none', ({ make }) => {
  expect(brought(make, {}).filter((container) => 'imagePullPolicy' in container)).toEqual([]);
});

test.each([
  ['the policy of a container of your own stays', 'Never', 'Never'],
  ['a container of your own without one gets it', undefined, 'Always'],
] as const)('%s', (_, own, expected) => {
  const container = { ...helper, name: 'own', ...(own ? { imagePullPolicy: own } : {}) };
  const [log] = brought((shell) => new LogSidecar({ ...shell, files: ['/var/log/app/app.log'], container }), {
    imagePullPolicy: 'Always',
  });
  expect(log.imagePullPolicy).toBe(expected);
});

/** Structs that extend ShellContainerOptions, at whatever distance. */
function shellStructs(): string[] {
  const bases = new Map(
    STRUCTS.map((line) => line.split(' ')).map(([name, base]) => [name, base.split('+')]),
  );
  const extendsShell = (name: string): boolean =>
    (bases.get(name) ?? []).some((base) => base === 'ShellContainerOptions' || extendsShell(base));
  return [...bases.keys()].filter(extendsShell).sort();
}

test('no options of a container that a pattern brings are left out here', () => {
  expect(Object.keys(PATTERNS).sort()).toEqual(shellStructs());
});

test.each([
  'config-reloader',
  'content-sync',
  'copy-files',
  'fix-permissions',
  'init-gate',
  'log-sidecar',
  'render-config',
  'stateful-member',
])('docs/patterns/%s.md lists it', (name) => {
  expect(readFileSync(join(__dirname, `../../docs/patterns/${name}.md`), 'utf8')).toContain(
    '| `imagePullPolicy` |',
  );
});
