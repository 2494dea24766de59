import { Size } from 'cdk8s';
import { LogSidecar, PodTemplate } from '../../lib';
import { main, shown, spec } from '../support/pattern-spec';
import { atLine } from '../support/at-line';

describe('LogSidecar', () => {
  const files = ['/var/log/app/app.log'];

  test('a native sidecar that mounts the logs read-only, over a limited volume', () => {
    expect(shown(spec(new LogSidecar({ files })))).toMatchSnapshot();
  });

  test('a classic container on request', () => {
    const { containers, initContainers } = spec(new LogSidecar({ files, native: false }));
    expect([containers.map(({ name, restartPolicy }) => [name, restartPolicy]), initContainers]).toEqual([
      [
        ['app', undefined],
        ['log-sidecar', undefined],
      ],
      undefined,
    ]);
  });

  test('every default can be replaced', () => {
    const { initContainers, volumes } = spec(
      new LogSidecar({
        files,
        name: 'tail',
        image: 'alpine:3',
        resources: {},
        securityContext: { runAsUser: 5 },
        sizeLimit: Size.gibibytes(1),
      }),
    );
    expect(shown(initContainers)).toMatchObject([
      { name: 'tail', image: 'alpine:3', resources: {}, securityContext: { runAsUser: 5 } },
    ]);
    expect(volumes).toEqual([{ name: 'logs', emptyDir: { sizeLimit: '1024Mi' } }]);
  });

  test('it runs as the user that main runs as', () => {
    const { initContainers } = spec(new LogSidecar({ files }), {
      main: { ...main, securityContext: { runAsUser: 5, runAsNonRoot: true, privileged: false } },
    });
    expect(initContainers![0].securityContext).toMatchObject({
      runAsUser: 5,
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
    });
    expect(initContainers![0].securityContext).not.toHaveProperty('privileged');
  });

  test('a volume that main mounts there, or above, is used', () => {
    const volumeMounts = [
      { name: 'data', mountPath: '/var', subPath: 'x' },
      { name: 'root', mountPath: '/' },
    ];
    const { containers, initContainers, volumes } = spec(new LogSidecar({ files }), {
      main: { ...main, volumeMounts },
      volumes: [{ name: 'data' }, { name: 'root' }],
    });
    expect(containers[0].volumeMounts).toEqual(volumeMounts);
    expect(initContainers![0].volumeMounts).toEqual([
      { name: 'data', mountPath: '/var', subPath: 'x', readOnly: true },
    ]);
    expect(volumes).toHaveLength(2);
  });

  test('a volume of a similar path is not used', () => {
    const { volumes } = spec(new LogSidecar({ files }), {
      main: { ...main, volumeMounts: [{ name: 'v', mountPath: '/var/log/ap' }] },
      volumes: [{ name: 'v' }],
    });
    expect(volumes!.map(({ name }) => name)).toEqual(['v', 'logs']);
  });

  test('several directories, and a second sidecar, get volumes of their own', () => {
    const pod = new PodTemplate({
      main,
      patterns: [
        new LogSidecar({ files: ['/a/a.log', '/b/b.log', '/a/c.log'] }),
        new LogSidecar({ name: 'second', files: ['/d/d.log', '/a/e.log'] }),
      ],
    });
    expect(pod.main.volumeMounts).toEqual([
      { name: 'logs', mountPath: '/a' },
      { name: 'logs-2', mountPath: '/b' },
      { name: 'logs-3', mountPath: '/d' },
    ]);
    expect(pod.initContainers.map(({ volumeMounts }) => volumeMounts!.map(({ name }) => name))).toEqual([
      ['logs', 'logs-2'],
      ['logs-3', 'logs'],
    ]);
  });

  test('a volume of the Pod is not added again', () => {
    const { volumes } = spec(new LogSidecar({ files, volume: { name: 'data' } }), {
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    });
    expect(volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
  });

  test('a container of your own is taken as it is, and gets only what it lacks', () => {
    const own = {
      name: 'fluent-bit',
      image: 'fluent/fluent-bit:3',
      args: ['-i', 'tail'],
      volumeMounts: [{ name: 'config', mountPath: '/etc' }],
    };
    expect(spec(new LogSidecar({ files, container: own })).initContainers).toEqual([
      {
        ...own,
        restartPolicy: 'Always',
        volumeMounts: [
          { name: 'config', mountPath: '/etc' },
          { name: 'logs', mountPath: '/var/log/app', readOnly: true },
        ],
      },
    ]);
    expect(shown(spec(new LogSidecar({ files, container: { name: 'bare' } })).initContainers)).toMatchObject([
      { name: 'bare', image: 'busybox:1.37', command: '<script>' },
    ]);
  });

  test.each([
    [{ files: [] }, 'LogSidecar: "files" is empty: specify the log files to print'],
    [{ files: ['app.log'] }, 'LogSidecar: "app.log" is not a file in its own directory'],
    [{ files: ['/app.log'] }, 'LogSidecar: "/app.log" is not a file in its own directory'],
    [{ files: ['/logs/'] }, 'LogSidecar: "/logs/" is not a file in its own directory'],
    [
      { files: ['/a/a', '/b/b'], volume: { name: 'v' } },
      'LogSidecar: one "volume" cannot serve several directories',
    ],
  ])('%j is refused', (options, message) => {
    expect(() => new LogSidecar(options)).toThrow(atLine(message));
  });
});
