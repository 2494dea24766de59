import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import {
  Ambassador,
  Dependency,
  InitGate,
  type k8s,
  Migrate,
  type MigrateOptions,
  PodTemplate,
  type PodTemplateProps,
} from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors, restrictedMain } from '../support/judged-pod';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app:1' };
const container = { name: 'migrate', image: 'migrate:1', command: ['/migrate', 'up'] };
const pod = (options: Partial<MigrateOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [new Migrate({ container, ...options })] });
const migration = (options: Partial<MigrateOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  pod(options, props).initContainers[0];

test('an init container, taken as it is', () => {
  expect(pod().toSpec()).toEqual({ containers: [main], initContainers: [container] });
});

test('it runs after gates and native sidecars', () => {
  const template = new PodTemplate({
    main,
    patterns: [
      new Migrate({ container }),
      new Ambassador({ container: { name: 'proxy', image: 'proxy' }, port: 5432 }),
      new InitGate({ waitFor: [Dependency.tcp('db', 5432)] }),
    ],
  });
  expect(template.initContainers.map(({ name }) => name)).toEqual(['init-gate', 'proxy', 'migrate']);
});

describe('what main has', () => {
  const securityContext = { runAsUser: 5 };
  const given: k8s.Container = {
    ...main,
    imagePullPolicy: 'Always',
    securityContext,
    env: [
      { name: 'DB', value: 'db' },
      { name: 'MODE', value: 'serve' },
    ],
    envFrom: [{ secretRef: { name: 'db' } }],
    volumeMounts: [
      { name: 'ca', mountPath: '/ca' },
      { name: 'data', mountPath: '/data' },
    ],
  };

  test('its image, and with that how it is pulled and its user, where the migration has none', () => {
    const imageless = { name: 'migrate', args: ['up'] };
    expect(migration({ container: imageless }, { main: given })).toEqual({
      ...imageless,
      image: 'app:1',
      imagePullPolicy: 'Always',
      securityContext,
    });
    expect(
      migration(
        { container: { ...imageless, imagePullPolicy: 'Never', securityContext: {} } },
        { main: given },
      ),
    ).toEqual({
      ...imageless,
      image: 'app:1',
      imagePullPolicy: 'Never',
      securityContext: {},
    });
    expect(migration({}, { main: given })).toEqual(container);
  });

  test('its environment on request, but what the migration sets', () => {
    const own = {
      ...container,
      env: [
        { name: 'MODE', value: 'migrate' },
        { name: 'URL', value: 'sql://$(DB)' },
      ],
      envFrom: [{ configMapRef: { name: 'own' } }],
    };
    expect(migration({ container: own, envFromMain: true }, { main: given })).toEqual({
      ...own,
      env: [
        { name: 'DB', value: 'db' },
        { name: 'MODE', value: 'migrate' },
        { name: 'URL', value: 'sql://$(DB)' },
      ],
      envFrom: [{ secretRef: { name: 'db' } }, { configMapRef: { name: 'own' } }],
    });
    expect(migration({ envFromMain: true })).toEqual(container);
  });

  test('its mounts on request, but of volumes that the migration mounts', () => {
    const own = { ...container, volumeMounts: [{ name: 'data', mountPath: '/backup' }] };
    expect(migration({ container: own, mountsFromMain: true }, { main: given }).volumeMounts).toEqual([
      { name: 'data', mountPath: '/backup' },
      { name: 'ca', mountPath: '/ca' },
    ]);
    expect(migration({ mountsFromMain: true })).toEqual(container);
  });
});

test('a lock is taken before the command runs', () => {
  expect(
    migration({ lock: ['flock', '/shared/lock'], container: { ...container, args: ['--all'] } }),
  ).toEqual({
    ...container,
    command: ['flock', '/shared/lock', '/migrate', 'up'],
    args: ['--all'],
  });
});

test('a timeout bounds lock and command, whose variables Kubernetes still expands', () => {
  const { command, args } = migration({
    lock: ['flock', '/l'],
    timeout: Duration.minutes(5),
    container: { ...container, args: ['$(URL)', '$$(x)'] },
  });
  expect(command!.slice(0, 2)).toEqual(['/bin/sh', '-c']);
  expect(args).toEqual(['300', 'flock', '/l', '/migrate', 'up', '$(URL)', '$$(x)']);
});

test.each([{}, { timeout: Duration.minutes(1), lock: ['flock', '/l'] }])(
  'a Pod under the restricted level stays there: %j',
  (options) => {
    expect(
      podErrors([new Migrate({ container: { name: 'migrate', command: ['/migrate'] }, ...options })], {
        main: restrictedMain,
      }),
    ).toEqual([]);
  },
);

test.each([
  [{ lock: [] }, 'Migrate: "lock" is empty'],
  [{ timeout: Duration.seconds(0) }, 'Migrate: "timeout" is 0 seconds: use at least one'],
  [
    { container: { name: 'm' }, timeout: Duration.minutes(1) },
    'Migrate: "timeout" needs the "command" of "m": set the command that its image runs',
  ],
  [
    { container: { name: 'm', args: ['up'] }, lock: ['flock', '/l'] },
    'Migrate: "lock" needs the "command" of "m"',
  ],
  [{ container: { name: 'm', restartPolicy: 'Always' } }, 'Migrate: "m" has restartPolicy "Always"'],
])('%j is refused', (options, message) => {
  expect(() => new Migrate({ container, ...options })).toThrow(atLine(message));
});

describeInShells('a bounded command in', (shell) => {
  const run = (command: string[], seconds = 20, args?: string[]) =>
    new ContainerRun(
      migration({ container: { ...container, command, args }, timeout: Duration.seconds(seconds) }),
      shell,
    );
  const sh = (script: string, seconds?: number) => run(['sh', '-c', script], seconds);

  test('ends with its exit code, at once, however short it is', async () => {
    for (const code of [0, 7, 0, 1, 3]) {
      const end = await sh(`exit ${code}`).end();
      expect([end.code, end.seconds < 2]).toEqual([code, true]);
    }
    expect((await run(['/does/not/exist']).end()).code).toBe(127);
  });

  test.each(['exec sleep 30', 'trap "exit 0" TERM; sleep 30 & wait $!'])(
    'fails with 124 at its limit: %s',
    async (script) => {
      const stuck = sh(script, 1);
      const { code, seconds } = await stuck.end();
      expect(code).toBe(124);
      expect(seconds).toBeLessThan(4);
      expect(stuck.stderr).toMatch(/^migrate: stopped after 1 s\n/);
    },
  );

  test('one that ignores SIGTERM is killed', async () => {
    const { code, seconds } = await sh('trap "" TERM; while :; do sleep 1; done', 1).end();
    expect(code).toBe(124);
    expect(seconds).toBeLessThan(14);
  });

  test('gets SIGTERM when the Pod goes, and may clean up', async () => {
    const stopped = sh('trap "echo cleaned; exit 3" TERM; echo up; sleep 30 & wait $!');
    await stopped.until(() => stopped.stdout === 'up\n');
    stopped.process.kill('SIGTERM');
    expect((await stopped.end()).code).toBe(3);
    expect(stopped.stdout).toBe('up\ncleaned\n');
  });

  test('hostile arguments are just arguments', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'migrate-')), 'pwned');
    const args = [
      'a b',
      "it's",
      '"',
      `\`touch ${marker}\``,
      `; touch ${marker}`,
      '-n',
      '--',
      'ü',
      'new\nline',
      '*',
      '\\n',
      '$HOME',
      '',
    ];
    const echo = run(['printf', '[%s]'], 20, args);
    expect((await echo.end()).code).toBe(0);
    expect(echo.stdout).toBe(args.map((arg) => `[${arg}]`).join(''));
    expect(existsSync(marker)).toBe(false);
  });
});
