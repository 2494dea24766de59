import { Ambassadors, type SocatOptions } from '../../../lib';

const MOUNT = { name: 'docker', mountPath: '/var/run' };

test.each([
  [{ port: 5432, host: 'db.example.com' }, 'TCP:db.example.com:5432,connect-timeout=5,keepalive'],
  [
    { port: 1, host: '2001:db8::1', hostPort: 80, connectTimeoutSeconds: 9 },
    'TCP:[2001:db8::1]:80,connect-timeout=9,keepalive',
  ],
  [{ port: 1, socket: '/var/run/app.sock', volumeMounts: [MOUNT] }, 'UNIX-CONNECT:/var/run/app.sock'],
])('%j forwards to %s', (options: SocatOptions, target) => {
  expect(Ambassadors.socat(options).toContainer().args![1]).toBe(target);
});

test('it listens on localhost, and limits its processes', () => {
  const companion = Ambassadors.socat({ port: 8080, host: 'a', maxConnections: 7, scheme: 'http' });
  expect(companion.toContainer()).toMatchObject({
    command: ['socat'],
    args: ['TCP4-LISTEN:8080,bind=127.0.0.1,reuseaddr,fork,max-children=7', expect.any(String)],
  });
  expect(companion.localhostOnly).toBe(true);
  expect(companion.settings).toEqual({ host: '127.0.0.1', port: '8080', url: 'http://127.0.0.1:8080' });
});

test.each([
  [{}, '"host" and "socket" are both missing: set one'],
  [{ host: 'a', socket: '/b' }, '"host" and "socket" are both set: keep one'],
  [{ host: 'a,fork' }, '"host" is "a,fork": use a host name or an IP address'],
  [{ host: 'a:80' }, '"host" is "a:80": use the host alone'],
  [{ socket: 'run/app.sock', volumeMounts: [MOUNT] }, '"socket" is "run/app.sock": use an absolute path'],
  [{ socket: '/var/run/a,b', volumeMounts: [MOUNT] }, '"socket" is "/var/run/a,b": use an absolute path'],
  [
    { socket: '/run/app.sock', volumeMounts: [MOUNT] },
    '"socket" is "/run/app.sock": mount the volume that contains it',
  ],
  [{ socket: '/var/run2/a', volumeMounts: [MOUNT] }, 'mount the volume that contains it with "volumeMounts"'],
  [
    { socket: '/var/run/a', volumeMounts: [MOUNT], hostPort: 1 },
    '"hostPort" is set, but the target is a socket: remove it',
  ],
  [{ host: 'a', maxConnections: 0 }, '"maxConnections" is 0: use an integer of at least 1'],
  [{ host: 'a', port: 0 }, '"port" is 0: use an integer from 1 to 65535'],
])('%j is refused', (options, message) => {
  expect(() => Ambassadors.socat({ port: 8080, ...options })).toThrow(message);
});
