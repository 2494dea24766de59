import { Duration, Size } from 'cdk8s';
import { ContentSync, type ContentSyncOptions, PodTemplate, type PodTemplateProps } from '../../lib';
import { podErrors } from '../support/judged-pod';
import { expanded } from '../support/container-run';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app' };
const options = { repo: 'https://git.example.com/site', to: '/site' };
const template = (given: Partial<ContentSyncOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({
    main,
    ...props,
    patterns: [new ContentSync({ ...options, ...given })],
  });

describe('ContentSync', () => {
  test('a native sidecar that main waits for, over a limited volume that main mounts read-only', () => {
    const { containers, initContainers, volumes } = template().toSpec();
    expect(containers).toEqual([
      { ...main, volumeMounts: [{ name: 'content', mountPath: '/site', readOnly: true }] },
    ]);
    expect(volumes).toEqual([
      { name: 'content', emptyDir: { sizeLimit: '1024Mi' } },
      { name: 'content-sync-tmp', emptyDir: { sizeLimit: '16Mi' } },
    ]);
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'content-sync',
        restartPolicy: 'Always',
        ports: [{ containerPort: 1234 }],
        startupProbe: { httpGet: { path: '/', port: 1234 }, periodSeconds: 1, failureThreshold: 120 },
        args: [
          '--repo=https://git.example.com/site',
          '--ref=HEAD',
          '--root=/git/.git-sync',
          '--link=/git/current',
          '--period=30s',
          '--max-failures=-1',
          '--http-bind=:1234',
        ],
        volumeMounts: [
          { name: 'content', mountPath: '/git' },
          { name: 'content-sync-tmp', mountPath: '/tmp' },
        ],
      }),
    ]);
  });

  test('a classic one has an init container that fetches once', () => {
    const { containers, initContainers } = template({ native: false }).toSpec();
    expect(
      initContainers!.map(({ name, restartPolicy, args }) => [name, restartPolicy, args!.at(-1)]),
    ).toEqual([['content-sync-once', undefined, '--one-time']]);
    expect(containers[1]).toMatchObject({
      name: 'content-sync',
      volumeMounts: initContainers![0].volumeMounts,
    });
    expect(containers[1]).not.toHaveProperty('startupProbe');
  });

  test('every default can be replaced', () => {
    const { containers, initContainers, volumes } = template({
      ref: 'v1',
      link: 'live',
      period: Duration.minutes(1),
      depth: 0,
      maxFailures: 3,
      webhook: 'http://localhost/reload',
      args: ['--submodules=off'],
      env: [{ name: 'HTTPS_PROXY', value: 'http://proxy' }],
      port: 9000,
      startupProbe: { exec: { command: ['true'] } },
      readOnly: false,
      sizeLimit: Size.mebibytes(5),
      name: 'git',
      image: 'git-sync:v4',
      resources: {},
      securityContext: {},
    }).toSpec();
    expect(containers[0].volumeMounts).toEqual([{ name: 'content', mountPath: '/site' }]);
    expect(volumes![0]).toEqual({ name: 'content', emptyDir: { sizeLimit: '5Mi' } });
    expect(initContainers).toEqual([
      {
        name: 'git',
        image: 'git-sync:v4',
        restartPolicy: 'Always',
        resources: {},
        securityContext: {},
        ports: [{ containerPort: 9000 }],
        env: [{ name: 'HTTPS_PROXY', value: 'http://proxy' }],
        startupProbe: { exec: { command: ['true'] } },
        volumeMounts: expect.anything(),
        args: [
          '--repo=https://git.example.com/site',
          '--ref=v1',
          '--root=/git/.git-sync',
          '--link=/git/live',
          '--depth=0',
          '--submodules=off',
          '--period=60s',
          '--max-failures=3',
          '--http-bind=:9000',
          '--webhook-url=http://localhost/reload',
        ],
      },
    ]);
  });

  test('credentials come from Secrets', () => {
    const { initContainers, volumes } = template({ credentials: 'login', sshSecret: 'key' }).toSpec();
    expect(initContainers![0].env).toEqual([
      { name: 'GITSYNC_USERNAME', valueFrom: { secretKeyRef: { name: 'login', key: 'username' } } },
      { name: 'GITSYNC_PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } },
    ]);
    expect(initContainers![0].volumeMounts).toContainEqual({
      name: 'content-sync-ssh',
      mountPath: '/etc/git-secret',
      readOnly: true,
    });
    expect(volumes).toContainEqual({ name: 'content-sync-ssh', secret: { secretName: 'key' } });
  });

  test('arguments arrive as they were given', () => {
    const hostile = ['a b', '$(HOME)', '$$', '"', 'ü', 'new\nline'];
    for (const ref of hostile) {
      expect(expanded(template({ ref }).initContainers[0].args![1])).toBe(`--ref=${ref}`);
    }
  });

  test('several stack, under the restricted level, beside containers that have its port', () => {
    const patterns = [
      new ContentSync(options),
      new ContentSync({ ...options, to: '/other', native: false }),
      new ContentSync({ ...options, to: '/third', sshSecret: 'key' }),
    ];
    const pod = new PodTemplate({ main: { ...main, ports: [{ containerPort: 1234 }] }, patterns });
    expect(
      [...pod.initContainers, ...pod.containers].flatMap(({ name, ports = [] }) =>
        ports.map(({ containerPort }) => [name, containerPort]),
      ),
    ).toEqual([
      ['content-sync', 1235],
      ['content-sync-3', 1237],
      ['app', 1234],
      ['content-sync-2', 1236],
    ]);
    expect(podErrors(patterns)).toEqual([]);
  });

  test.each<[Partial<ContentSyncOptions>, string]>([
    [{ repo: '' }, 'ContentSync: "repo" is empty: specify the URL of a git repository'],
    [{ to: '/' }, 'ContentSync: "to" is "/": use an absolute path below "/"'],
    [{ link: 'a/b' }, 'ContentSync: "link" is "a/b": use a name without "/"'],
    [{ link: '..' }, 'ContentSync: "link" is "..": use a name without "/"'],
    [{ period: Duration.seconds(0) }, 'ContentSync: "period" is 0 seconds: use at least one'],
  ])('%j is refused', (given, message) => {
    expect(() => template(given)).toThrow(atLine(message));
  });
});
