import {
  AuthProxy,
  type AuthProxyOptions,
  type k8s,
  LogSidecar,
  PodTemplate,
  type PodTemplateProps,
  Probe,
} from '../../lib';
import { podErrors, restrictedMain } from '../support/judged-pod';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app', ports: [{ name: 'http', containerPort: 8080 }] };
const container = { name: 'proxy', image: 'proxy' };
const ports = { container, port: 4180, upstreamPort: 8080 };
const pod = (options: Partial<AuthProxyOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [new AuthProxy({ ...ports, ...options })] });
const mainWith = (fields: Partial<k8s.Container>) => ({ main: { ...main, ...fields } });

test('a native sidecar takes the port of main by its name, and the Pod is ready when it is', () => {
  expect(pod().toSpec()).toEqual({
    containers: [{ name: 'app', image: 'app', ports: [{ containerPort: 8080 }] }],
    initContainers: [
      {
        ...container,
        restartPolicy: 'Always',
        ports: [{ name: 'http', containerPort: 4180 }],
        readinessProbe: { tcpSocket: { port: 4180 } },
      },
    ],
  });
});

test('a classic container on request', () => {
  const { containers, initContainers } = pod({ native: false }).toSpec();
  expect([containers.map(({ name, restartPolicy }) => [name, restartPolicy]), initContainers]).toEqual([
    [
      ['app', undefined],
      ['proxy', undefined],
    ],
    undefined,
  ]);
});

describe('ports', () => {
  const proxyPorts = (given: k8s.ContainerPort[] | undefined, own?: k8s.ContainerPort[]) => {
    const template = pod({ container: { ...container, ports: own } }, mainWith({ ports: given }));
    return [template.main.ports, template.initContainers[0].ports];
  };

  test('the host port moves as well, other ports of both stay', () => {
    const udp = { name: 'quic', containerPort: 8080, protocol: 'UDP' as const };
    const metrics = { name: 'metrics', containerPort: 9090 };
    const admin = { name: 'admin', containerPort: 9901 };
    expect(
      proxyPorts(
        [
          { name: 'http', containerPort: 8080, hostPort: 80, hostIp: '10.0.0.1', protocol: 'TCP' },
          udp,
          metrics,
        ],
        [admin],
      ),
    ).toEqual([
      [{ containerPort: 8080, protocol: 'TCP' }, udp, metrics],
      [admin, { name: 'http', containerPort: 4180, hostPort: 80, hostIp: '10.0.0.1', protocol: 'TCP' }],
    ]);
  });

  test('what the proxy declares itself wins', () => {
    expect(
      proxyPorts(
        [{ containerPort: 8080, hostPort: 80 }],
        [{ name: 'https', containerPort: 4180, hostPort: 443 }],
      ),
    ).toEqual([[{ containerPort: 8080 }], [{ name: 'https', containerPort: 4180, hostPort: 443 }]]);
    expect(
      proxyPorts([{ name: 'http', containerPort: 8080 }], [{ name: 'http', containerPort: 4180 }]),
    ).toEqual([[{ containerPort: 8080 }], [{ name: 'http', containerPort: 4180 }]]);
  });

  test('a main container that declares none has none', () => {
    expect(proxyPorts(undefined)).toEqual([undefined, [{ containerPort: 4180 }]]);
    expect(pod({}, { main: { name: 'app', image: 'app' } }).main).toEqual({ name: 'app', image: 'app' });
  });

  test('two names for one port are refused', () => {
    expect(() => proxyPorts(main.ports, [{ name: 'https', containerPort: 4180 }])).toThrow(
      atLine(
        'AuthProxy: port 8080 of "app" is named "http" and port 4180 of "proxy" "https": a Service must only reach the proxy, so remove the name from "app"',
      ),
    );
  });
});

describe('probes of main', () => {
  const http = Probe.httpGet('/healthz', 'http');
  const exec = Probe.exec(['true']);

  test.each([
    ['readinessProbe.httpGet', { readinessProbe: http }],
    ['livenessProbe.httpGet', { livenessProbe: Probe.httpGet('/', 8080) }],
    ['startupProbe.tcpSocket', { startupProbe: Probe.tcpSocket('http') }],
    ['livenessProbe.grpc', { livenessProbe: Probe.grpc(8080) }],
    ['lifecycle.preStop.httpGet', { lifecycle: { preStop: { httpGet: { path: '/stop', port: 8080 } } } }],
  ])('%s that connects to the Pod IP address is refused', (place, fields) => {
    expect(() => pod({}, mainWith(fields))).toThrow(
      atLine(
        `AuthProxy: ${place} of "app" connects to port 8080 on the Pod's IP address, but behind the proxy`,
      ),
    );
  });

  test('those that reach it still are kept', () => {
    const fields = {
      startupProbe: exec,
      readinessProbe: Probe.httpGet('/healthz', 8081),
      livenessProbe: Probe.httpGet('/', 8080, { host: '127.0.0.1' }),
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
    };
    expect(pod({}, mainWith(fields)).main).toMatchObject(fields);
  });

  test('they go through the proxy on request, with its scheme', () => {
    const fields = {
      readinessProbe: Probe.httpGet('/healthz', 'http'),
      livenessProbe: exec,
      lifecycle: { postStart: { httpGet: { path: '/warm', port: 8080 } } },
    };
    expect(pod({ probes: 'proxy', scheme: 'HTTPS' }, mainWith(fields)).main).toMatchObject({
      readinessProbe: Probe.httpGet('/healthz', 4180, { scheme: 'HTTPS' }),
      livenessProbe: exec,
      lifecycle: { postStart: { httpGet: { path: '/warm', port: 4180, scheme: 'HTTPS' } } },
    });
  });

  test.each([Probe.tcpSocket(8080), Probe.grpc(8080)])(
    'through the proxy, %j would say nothing of main',
    (livenessProbe) => {
      expect(() => pod({ probes: 'proxy' }, mainWith({ livenessProbe }))).toThrow(
        'use an exec probe or another port, or set',
      );
    },
  );

  test('they stay on request, by number, since the name moves', () => {
    expect(pod({ probes: 'keep' }, mainWith({ readinessProbe: http })).main.readinessProbe).toEqual(
      Probe.httpGet('/healthz', 8080),
    );
  });
});

test('main is told to listen on localhost', () => {
  const mainEnv = [{ name: 'HOST', value: '127.0.0.1' }];
  expect(pod({ mainEnv }, mainWith({ env: [{ name: 'A', value: '1' }] })).main.env).toEqual([
    { name: 'A', value: '1' },
    ...mainEnv,
  ]);
  expect(() => pod({ mainEnv }, mainWith({ env: [{ name: 'HOST', value: '0.0.0.0' }] }))).toThrow(
    atLine('AuthProxy: "mainEnv" sets HOST, which container "app" already sets'),
  );
});

test('a readiness probe of your own, in either place', () => {
  const readinessProbe = Probe.httpGet('/ping', 4180);
  for (const options of [{ readinessProbe }, { container: { ...container, readinessProbe } }]) {
    expect(pod(options).initContainers[0].readinessProbe).toEqual(readinessProbe);
  }
});

test('it stacks: two proxies, and what other patterns added to main', () => {
  const two = { ...main, ports: [...main.ports, { name: 'metrics', containerPort: 9090 }] };
  const template = new PodTemplate({
    main: two,
    patterns: [
      new LogSidecar({ files: ['/logs/app.log'] }),
      new AuthProxy(ports),
      new AuthProxy({
        container: { name: 'rbac', image: 'rbac' },
        port: 9443,
        upstreamPort: 9090,
        native: false,
      }),
    ],
  });
  expect(template.main).toEqual({
    name: 'app',
    image: 'app',
    ports: [{ containerPort: 8080 }, { containerPort: 9090 }],
    volumeMounts: [{ name: 'logs', mountPath: '/logs' }],
  });
  expect(template.containers[1].ports).toEqual([{ name: 'metrics', containerPort: 9443 }]);
  expect(template.initContainers.map(({ name }) => name)).toEqual(['log-sidecar', 'proxy']);
});

test.each([true, false])('a Pod under the restricted level stays there, native: %p', (native) => {
  expect(
    podErrors([new AuthProxy({ ...ports, container: { ...restrictedMain, name: 'proxy' }, native })]),
  ).toEqual([]);
});

test.each([
  [{ port: 0 }, 'AuthProxy: "port" is 0: use an integer from 1 to 65535'],
  [{ upstreamPort: 65536 }, 'AuthProxy: "upstreamPort" is 65536: use an integer'],
  [{ port: 8080 }, 'AuthProxy: "port" and "upstreamPort" are both 8080'],
])('%j is refused', (options, message) => {
  expect(() => new AuthProxy({ ...ports, ...options })).toThrow(atLine(message));
});
