import { Ambassadors, type StunnelOptions } from '../../../lib';

const OPTIONS: StunnelOptions = { host: 'redis.example.com', hostPort: 6380, port: 6379 };

const client = (options: Partial<StunnelOptions> = {}) => Ambassadors.stunnel({ ...OPTIONS, ...options });

const linesOf = (options: Partial<StunnelOptions> = {}) =>
  client(options).toConfigFiles()['stunnel.conf'].split('\n');

test('the server is checked by name with the authorities of the image', () => {
  expect(linesOf()).toEqual([
    'foreground = yes',
    'pid =',
    'syslog = no',
    'debug = notice',
    '',
    '[companion]',
    'client = yes',
    'accept = 127.0.0.1:6379',
    'connect = redis.example.com:6380',
    'delay = yes',
    'sslVersionMin = TLSv1.2',
    'sni = redis.example.com',
    'verifyChain = yes',
    'CAfile = /etc/ssl/certs/ca-certificates.crt',
    'checkHost = redis.example.com',
    'TIMEOUTconnect = 10',
    'TIMEOUTidle = 43200',
    '',
  ]);
});

test.each([
  [{ serverName: 'a.example.com' }, ['sni = a.example.com', 'checkHost = a.example.com']],
  [{ host: '10.0.0.1' }, ['connect = 10.0.0.1:6380', 'checkIP = 10.0.0.1']],
  [{ host: '2001:db8::1', serverName: 'a' }, ['connect = 2001:db8::1:6380', 'checkHost = a', 'sni = a']],
  [{ caSecret: { name: 'ca', key: 'k' } }, ['CAfile = /etc/stunnel-tls/ca.pem']],
  [{ clientSecret: 'c' }, ['cert = /etc/stunnel-tls/client.pem', 'key = /etc/stunnel-tls/client.pem.key']],
  [{ protocol: 'pgsql' as const }, ['protocol = pgsql']],
  [{ minVersion: 'TLSv1.3' as const }, ['sslVersionMin = TLSv1.3']],
  [{ connectTimeoutSeconds: 3, idleTimeoutSeconds: 60 }, ['TIMEOUTconnect = 3', 'TIMEOUTidle = 60']],
])('%j makes the lines %j', (options, lines) => {
  expect(linesOf(options)).toEqual(expect.arrayContaining(lines));
});

test('an address is not sent as server name, and without verification nothing is checked', () => {
  expect(linesOf({ host: '10.0.0.1' }).join('\n')).not.toContain('sni');
  expect(linesOf({ verify: false }).join('\n')).not.toMatch(/verify|check|CAfile/);
});

test('settings are host, port, and a URL if there is a scheme', () => {
  expect(client({ name: 'tls' }).settings).toEqual({ host: '127.0.0.1', port: '6379' });
  expect(client({ scheme: 'redis' }).settings.url).toBe('redis://127.0.0.1:6379');
});

const CA = { name: 'ca', key: 'ca.crt' };

test.each([
  [{ host: 'https://a' }, '"host" is "https://a": remove "https://"'],
  [{ host: 'a:6380' }, '"host" is "a:6380": use the host alone, "a", and set the port to 6380'],
  [{ hostPort: -1 }, '"hostPort" is -1: use an integer from 1 to 65535'],
  [{ port: 0 }, '"port" is 0: use an integer from 1 to 65535'],
  [{ serverName: 'a b' }, '"serverName" is "a b": use a host name or an IP address'],
  [{ caSecret: CA, caConfigMap: CA }, '"caSecret" and "caConfigMap" are both set: keep one'],
  [{ caConfigMap: CA, verify: false }, '"verify" is false, but "caConfigMap" is set: remove one'],
  [{ caSecret: { name: 'ca', key: '' } }, '"caSecret.key" is "": set the key of the Secret or ConfigMap'],
  [{ clientSecret: '' }, '"clientSecret" is "": specify at least the name of a Secret'],
  [{ minVersion: 'TLSv1.1' }, 'minVersion is "TLSv1.1": expected "TLSv1.2" or "TLSv1.3"'],
  [{ idleTimeoutSeconds: 0 }, '"idleTimeoutSeconds" is 0: use an integer of at least 1'],
])('%j is refused', (options, message) => {
  expect(() => client(options as Partial<StunnelOptions>)).toThrow(message);
});
