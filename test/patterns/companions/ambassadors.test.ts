import { Ambassador, Ambassadors, PodTemplate } from '../../../lib';
import { COMPANIONS } from '../../support/companions';
import { podErrors, restrictedMain } from '../../support/judged-pod';

const AMBASSADORS = Object.entries(COMPANIONS).filter(([method]) => method.startsWith('Ambassadors.'));

const podOf = (make: (typeof AMBASSADORS)[number][1]) =>
  new PodTemplate({ main: restrictedMain, patterns: [new Ambassador({ container: make() })] });

describe.each(AMBASSADORS)('%s', (_, make) => {
  test('is accepted under the restricted level', () => {
    expect(podErrors([new Ambassador({ container: make() })])).toEqual([]);
  });

  test('listens on localhost, and its probes reach it nevertheless', () => {
    const { ports = [], startupProbe, livenessProbe } = make().toContainer();
    const { port, localhostOnly } = make();
    expect(localhostOnly).toBe(true);
    expect(ports).not.toContainEqual(expect.objectContaining({ containerPort: port }));
    const reachable = ports.map(({ containerPort }) => containerPort);
    for (const probe of [startupProbe, livenessProbe]) {
      expect(probe?.tcpSocket ?? probe?.grpc).toBeUndefined();
      if (probe?.httpGet) expect(reachable).toContain(probe.httpGet.port);
    }
    expect(startupProbe).toBeDefined();
  });

  test('has a pinned image of a registry, resources, and no hook that would stop it before the main container', () => {
    const { image, resources, lifecycle } = make().toContainer();
    expect(image).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+\/[^:]+:(?!latest)[\w.-]+$/);
    expect(resources).toEqual({
      requests: { cpu: expect.any(String), memory: expect.any(String) },
      limits: { memory: expect.any(String) },
    });
    expect(lifecycle).toBeUndefined();
  });

  test('tells the main container where it is', () => {
    const { port, settings } = make();
    expect(settings).toMatchObject({ host: '127.0.0.1', port: String(port) });
    expect(
      podOf(make).main.env?.every(({ value }) => value?.includes(String(port)) || value === '127.0.0.1'),
    ).toBe(true);
  });
});

const SERVER = { host: 'db.example.com', port: 5432 };

test.each([
  ['haProxy', () => Ambassadors.haProxy({ backends: [{ name: 'db', port: 0, servers: [SERVER] }] })],
  ['envoy', () => Ambassadors.envoy({ listeners: [{ name: 'db', port: 0, hosts: [SERVER] }] })],
  ['twemproxy', () => Ambassadors.twemproxy({ pools: [{ name: 'db', port: 0, servers: [SERVER] }] })],
])('an error of %s names the call, the line and the option', (method, make) => {
  const line = String.raw`\(.*ambassadors\.test\.ts:\d+:\d+\)`;
  expect(make).toThrow(
    new RegExp(String.raw`^Ambassadors\.${method} ${line}: "\w+\[0\]\.port" is 0: use an integer`),
  );
});

test('one Pod has two of a kind, with different names', () => {
  const client = (name: string, port: number) =>
    new Ambassador({
      container: Ambassadors.stunnel({
        name,
        port,
        host: 'db.example.com',
        hostPort: 5432,
        caSecret: { name, key: 'ca' },
      }),
    });
  expect(podErrors([client('a', 5432), client('b', 5433)])).toEqual([]);
});

test.each([':::', '-x', '.', 'a..b', '1.2.3.999', '1', '::1%eth0', '[::1]', 'a b', '', 'a\n'])(
  'a server cannot be %j',
  (host) => {
    expect(() => Ambassadors.socat({ port: 80, host })).toThrow('use a host name or an IP address');
  },
);

test.each(['db', 'db.shop.svc.cluster.local.', 'my_db', '10.0.0.1', '::1', '2001:db8::1', '1a.example.com'])(
  'a server can be %j',
  (host) => {
    expect(() => Ambassadors.socat({ port: 80, host })).not.toThrow();
  },
);
