import { Duration, Size } from 'cdk8s';
import { Adapter, Ambassador, Dependency, InitGate, LogSidecar, type PodPattern, PodTemplate, type PodTemplateProps, Probe } from '../../lib';

const main = { name: 'app', image: 'app' };
const container = { name: 'helper', image: 'helper' };
const spec = (pattern: PodPattern, props: Partial<PodTemplateProps> = {}) => new PodTemplate({ main, ...props, patterns: [pattern] }).toSpec();
const unshelled = (key: string, value: unknown) => (key === 'command' ? '<script>' : value);
const shown = (value: unknown) => JSON.parse(JSON.stringify(value, unshelled)) as unknown;

describe('LogSidecar', () => {
  const files = ['/var/log/app/app.log'];

  test('a native sidecar that mounts the logs read-only, over a limited volume', () => {
    expect(shown(spec(new LogSidecar({ files })))).toMatchSnapshot();
  });

  test('a classic container on request', () => {
    const { containers, initContainers } = spec(new LogSidecar({ files, native: false }));
    expect([containers.map(({ name, restartPolicy }) => [name, restartPolicy]), initContainers]).toEqual([[['app', undefined], ['log-sidecar', undefined]], undefined]);
  });

  test('every default can be replaced', () => {
    const { initContainers, volumes } = spec(new LogSidecar({
      files, name: 'tail', image: 'alpine:3', resources: {}, securityContext: { runAsUser: 5 }, sizeLimit: Size.gibibytes(1),
    }));
    expect(shown(initContainers)).toMatchObject([{ name: 'tail', image: 'alpine:3', resources: {}, securityContext: { runAsUser: 5 } }]);
    expect(volumes).toEqual([{ name: 'logs', emptyDir: { sizeLimit: '1024Mi' } }]);
  });

  test('it runs as the user that main runs as', () => {
    const { initContainers } = spec(new LogSidecar({ files }), { main: { ...main, securityContext: { runAsUser: 5, runAsNonRoot: true, privileged: false } } });
    expect(initContainers![0].securityContext).toMatchObject({ runAsUser: 5, runAsNonRoot: true, allowPrivilegeEscalation: false });
    expect(initContainers![0].securityContext).not.toHaveProperty('privileged');
  });

  test('a volume that main mounts there, or above, is used', () => {
    const volumeMounts = [{ name: 'data', mountPath: '/var', subPath: 'x' }, { name: 'root', mountPath: '/' }];
    const { containers, initContainers, volumes } = spec(new LogSidecar({ files }), { main: { ...main, volumeMounts }, volumes: [{ name: 'data' }, { name: 'root' }] });
    expect(containers[0].volumeMounts).toEqual(volumeMounts);
    expect(initContainers![0].volumeMounts).toEqual([{ name: 'data', mountPath: '/var', subPath: 'x', readOnly: true }]);
    expect(volumes).toHaveLength(2);
  });

  test('a volume of a similar path is not used', () => {
    const { volumes } = spec(new LogSidecar({ files }), { main: { ...main, volumeMounts: [{ name: 'v', mountPath: '/var/log/ap' }] }, volumes: [{ name: 'v' }] });
    expect(volumes!.map(({ name }) => name)).toEqual(['v', 'logs']);
  });

  test('several directories, and a second sidecar, get volumes of their own', () => {
    const pod = new PodTemplate({ main, patterns: [new LogSidecar({ files: ['/a/a.log', '/b/b.log', '/a/c.log'] }), new LogSidecar({ name: 'second', files: ['/d/d.log', '/a/e.log'] })] });
    expect(pod.main.volumeMounts).toEqual([{ name: 'logs', mountPath: '/a' }, { name: 'logs-2', mountPath: '/b' }, { name: 'logs-3', mountPath: '/d' }]);
    expect(pod.initContainers.map(({ volumeMounts }) => volumeMounts!.map(({ name }) => name))).toEqual([['logs', 'logs-2'], ['logs-3', 'logs']]);
  });

  test('a volume of the Pod is not added again', () => {
    const { volumes } = spec(new LogSidecar({ files, volume: { name: 'data' } }), { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] });
    expect(volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
  });

  test('a container of your own is taken as it is, and gets only what it lacks', () => {
    const own = { name: 'fluent-bit', image: 'fluent/fluent-bit:3', args: ['-i', 'tail'], volumeMounts: [{ name: 'config', mountPath: '/etc' }] };
    expect(spec(new LogSidecar({ files, container: own })).initContainers).toEqual([{
      ...own, restartPolicy: 'Always', volumeMounts: [{ name: 'config', mountPath: '/etc' }, { name: 'logs', mountPath: '/var/log/app', readOnly: true }],
    }]);
    expect(shown(spec(new LogSidecar({ files, container: { name: 'bare' } })).initContainers)).toMatchObject([{ name: 'bare', image: 'busybox:1.37', command: '<script>' }]);
  });

  test.each([
    [{ files: [] }, 'LogSidecar: "files" is empty: name the log files to print'],
    [{ files: ['app.log'] }, 'LogSidecar: "app.log" is not a file in a directory of its own'],
    [{ files: ['/app.log'] }, 'LogSidecar: "/app.log" is not a file in a directory of its own'],
    [{ files: ['/logs/'] }, 'LogSidecar: "/logs/" is not a file in a directory of its own'],
    [{ files: ['/a/a', '/b/b'], volume: { name: 'v' } }, 'LogSidecar: one "volume" cannot serve several directories'],
  ])('%j is refused', (options, message) => {
    expect(() => new LogSidecar(options)).toThrow(message);
  });
});

describe('Adapter', () => {
  test('a native sidecar, taken as it is', () => {
    expect(spec(new Adapter({ container }))).toEqual({ containers: [main], initContainers: [{ ...container, restartPolicy: 'Always' }] });
    expect(spec(new Adapter({ container, native: false }))).toEqual({ containers: [main, container] });
  });

  test('a shared directory is written by main and read by the adapter', () => {
    expect(spec(new Adapter({ container, share: '/out' }))).toEqual({
      containers: [{ ...main, volumeMounts: [{ name: 'shared', mountPath: '/out' }] }],
      initContainers: [{ ...container, restartPolicy: 'Always', volumeMounts: [{ name: 'shared', mountPath: '/out', readOnly: true }] }],
      volumes: [{ name: 'shared', emptyDir: { sizeLimit: '256Mi' } }],
    });
  });

  test('its probe restarts it, and takes the Pod out of Services only when asked', () => {
    const probe = Probe.httpGet('/metrics', 9113);
    expect(spec(new Adapter({ container, probe })).initContainers).toEqual([{ ...container, restartPolicy: 'Always', livenessProbe: probe }]);
    expect(spec(new Adapter({ container, probe, gatesReadiness: true })).initContainers).toEqual([{ ...container, restartPolicy: 'Always', readinessProbe: probe }]);
  });

  test.each(['', '/', 'out'])('sharing %j is refused', (share) => {
    expect(() => new Adapter({ container, share })).toThrow('use an absolute path below "/"');
  });
});

describe('Ambassador', () => {
  test('main starts when its port is open', () => {
    expect(spec(new Ambassador({ container, port: 6380 }))).toEqual({
      containers: [main],
      initContainers: [{ ...container, restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 6380 }, periodSeconds: 1, failureThreshold: 60 } }],
    });
  });

  test('a startup probe of your own, in either place', () => {
    const startupProbe = Probe.exec(['true']);
    for (const options of [{ container, startupProbe }, { container: { ...container, startupProbe } }]) {
      expect(spec(new Ambassador({ ...options, port: 1, localhostOnly: true })).initContainers).toEqual([{ ...container, restartPolicy: 'Always', startupProbe }]);
    }
  });

  test('on localhost only, an init container waits for it, before those of the user', () => {
    const { initContainers } = spec(new Ambassador({ container, port: 5432, localhostOnly: true, wait: { image: 'alpine:3' } }), { initContainers: [{ name: 'migrate' }] });
    expect(initContainers!.map(({ name, image }) => [name, image])).toEqual([['helper', 'helper'], ['wait-for-helper', 'alpine:3'], ['migrate', undefined]]);
    expect(initContainers![1].args).toEqual(['60', '1', 'tcp://127.0.0.1:5432']);
  });

  test('a classic one gates nothing', () => {
    expect(spec(new Ambassador({ container, port: 1, native: false }))).toEqual({ containers: [main, container] });
  });

  test.each([0, 65536, 1.5, NaN])('port %p is refused', (port) => {
    expect(() => new Ambassador({ container, port })).toThrow('use a whole number from 1 to 65535');
  });
});

describe('InitGate', () => {
  const waitFor = [Dependency.tcp('db', 5432)];

  test('an init container that waits, in bounded time, under the restricted level', () => {
    expect(spec(new InitGate({ waitFor: [Dependency.dns('a'), Dependency.tcp('b', 1), Dependency.http('http://c')] })).initContainers).toMatchSnapshot();
  });

  test('the script holds only what its dependencies need', () => {
    const [, , script] = spec(new InitGate({ waitFor })).initContainers![0].command!;
    expect(script).toMatch(/connects\(\)/);
    expect(script).not.toMatch(/resolves|answers/);
  });

  test('every default can be replaced', () => {
    const gate = new InitGate({ waitFor, timeout: Duration.minutes(1), interval: Duration.seconds(5), name: 'wait', image: 'alpine:3', resources: {}, securityContext: {} });
    expect(shown(spec(gate).initContainers)).toEqual([{
      name: 'wait', image: 'alpine:3', command: '<script>', args: ['60', '5', 'tcp://db:5432'], resources: {}, securityContext: {},
    }]);
  });

  test('gates of your own come after', () => {
    expect(spec(new InitGate({ waitFor, containers: [container] }), { initContainers: [{ name: 'init' }] }).initContainers!.map(({ name }) => name)).toEqual(['init-gate', 'helper', 'init']);
    expect(spec(new InitGate({ containers: [container] })).initContainers).toEqual([container]);
  });

  test.each([
    [{}, 'InitGate: "waitFor" is empty: name what to wait for'],
    [{ waitFor, timeout: Duration.seconds(0) }, 'InitGate: "timeout" is 0 seconds: use at least one'],
    [{ waitFor, interval: Duration.seconds(0) }, 'InitGate: "interval" is 0 seconds: use at least one'],
  ])('%j is refused', (options, message) => {
    expect(() => new InitGate(options)).toThrow(message);
  });
});
