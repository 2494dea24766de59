import { Duration } from 'cdk8s';
import { Dependency, Probe } from '../../lib';
import { atLine } from '../support/at-line';

test('probes are the structs that containers take', () => {
  expect(Probe.httpGet('/healthz', 8080)).toEqual({ httpGet: { path: '/healthz', port: 8080 } });
  expect(
    Probe.httpGet('/', 'http', { scheme: 'HTTPS', host: 'example.com', timeout: Duration.seconds(2) }),
  ).toEqual({
    httpGet: { path: '/', port: 'http', scheme: 'HTTPS', host: 'example.com' },
    timeoutSeconds: 2,
  });
  expect(
    Probe.tcpSocket(80, {
      initialDelay: Duration.seconds(5),
      period: Duration.minutes(1),
      failureThreshold: 2,
      successThreshold: 1,
    }),
  ).toEqual({
    tcpSocket: { port: 80 },
    initialDelaySeconds: 5,
    periodSeconds: 60,
    failureThreshold: 2,
    successThreshold: 1,
  });
  expect(Probe.exec(['true'])).toEqual({ exec: { command: ['true'] } });
  expect(Probe.grpc(9000)).toEqual({ grpc: { port: 9000 } });
});

test('parts of a second are refused', () => {
  expect(() => Probe.tcpSocket(80, { period: Duration.millis(1500) })).toThrow(/whole number/);
});

test('dependencies have a URI', () => {
  expect(
    [Dependency.dns('db'), Dependency.tcp('db', 5432), Dependency.http('https://api/healthz')].map(
      ({ uri }) => uri,
    ),
  ).toEqual(['dns://db', 'tcp://db:5432', 'https://api/healthz']);
});

test.each([
  [() => Dependency.dns(''), 'Dependency: empty host: specify a name or an IP address'],
  [() => Dependency.tcp('', 1), 'Dependency: empty host: specify a name or an IP address'],
  [
    () => Dependency.tcp('db', 70000),
    'Dependency.tcp: 70000 is not a valid port: use an integer from 1 to 65535',
  ],
  [
    () => Dependency.tcp('db', 1.5),
    'Dependency.tcp: 1.5 is not a valid port: use an integer from 1 to 65535',
  ],
  [
    () => Dependency.http('api'),
    'Dependency.http: "api" is not a valid URL: start it with http:// or https:// and a host',
  ],
  [
    () => Dependency.http('http://'),
    'Dependency.http: "http://" is not a valid URL: start it with http:// or https:// and a host',
  ],
])('a dependency that is none is refused', (make, message) => {
  expect(make).toThrow(atLine(message));
});
