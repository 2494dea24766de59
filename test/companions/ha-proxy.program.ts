import { Ambassador, Ambassadors, type HaProxyBackend } from '../../lib';
import { testWith } from '../support/needs';
import { Authority } from './certificates';
import { pause } from './kubelet/command';
import { installed } from './kubelet/programs-root';
import { POD_IP, REMOTE_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { redis, secret, serverTls, tlsRedis } from './servers';

const NEEDS = installed('/usr/sbin/haproxy', '/usr/bin/redis-server');
const mainEnv = { REDIS_URL: 'url' };
const HOSTS = ['redis.example.com', 'other.example.com'];
const PING = ['sh', '-c', 'redis-cli -u "$REDIS_URL" ping'];

const backend: HaProxyBackend = {
  name: 'cache',
  port: 6400,
  servers: [
    { host: 'redis.example.com', port: 6379 },
    { host: 'redis.example.com', port: 6380, backup: true },
  ],
  check: { type: 'redis', intervalSeconds: 1, fall: 1, rise: 1 },
  scheme: 'redis',
};
const plain = {
  remotes: [redis('first', '', REMOTE_IP), redis('second', '', REMOTE_IP, 6380)],
  hosts: HOSTS,
};

testWith(NEEDS, 'turns to the backup when the server is gone', async () => {
  const companion = Ambassadors.haProxy({ backends: [backend], mainEnv });
  await withPod([new Ambassador({ container: companion })], plain, async (pod) => {
    const port = ['sh', '-c', 'redis-cli -u "$REDIS_URL" config get port | tail -n 1'];
    expect(await pod.output(...port)).toBe('6379\n');
    await pod.end('first');
    await pause(2.5);
    expect(await pod.output(...port)).toBe('6380\n');
    const status = async (path: string) =>
      (
        await pod.client(
          'curl',
          '-s',
          '-o',
          '/dev/null',
          '-w',
          '%{http_code}',
          `http://${POD_IP}:8404${path}`,
        )
      ).output;
    expect(await status('/ready')).toBe('200');
    await pod.end('second');
    await pause(2.5);
    expect(await status('/ready')).toBe('503');
    expect(await status('/live')).toBe('200');
    expect(await pod.output('curl', '-sS', `http://${POD_IP}:8404/metrics`)).toContain(
      'haproxy_backend_status',
    );
  });
});

testWith(NEEDS, 'its end waits for an open connection', async () => {
  const companion = Ambassadors.haProxy({ backends: [backend], mainEnv });
  await withPod([new Ambassador({ container: companion })], plain, async (pod) => {
    const client = pod.client('sh', '-c', '(echo set a 1; sleep 3; echo get a) | redis-cli -u "$REDIS_URL"');
    await pause(1);
    const ending = await pod.end('haproxy');
    expect((await client).output).toBe('OK\n1\n');
    expect(ending).toMatchObject({ code: 0, killed: false });
    expect(ending.seconds).toBeGreaterThan(1.5);
  });
});

testWith(NEEDS, 'an idle connection does not keep it beyond its drain', async () => {
  const companion = Ambassadors.haProxy({ backends: [backend], mainEnv, drainSeconds: 2 });
  await withPod([new Ambassador({ container: companion })], plain, async (pod) => {
    void pod.client('sh', '-c', '(echo set a 1; sleep 30) | redis-cli -u "$REDIS_URL"');
    await pause(1);
    const { seconds, killed } = await pod.end('haproxy');
    expect(killed).toBe(false);
    expect(seconds).toBeLessThan(6);
  });
});

describe('TLS to the server', () => {
  const authority = new Authority();
  const { remoteVolumes, objects } = serverTls(authority.issue('redis.example.com'), authority.certificate);
  const client = authority.issue('client');
  const options = {
    remotes: [tlsRedis('redis', 6443, 'yes')],
    remoteVolumes,
    hosts: HOSTS,
    objects: [
      ...objects,
      secret('ca', { 'ca.crt': authority.certificate }),
      secret('client', { 'tls.crt': client.certificate, 'tls.key': client.key }),
    ],
  };
  const companionFor = (host: string) =>
    Ambassadors.haProxy({
      backends: [
        {
          name: 'cache',
          port: 6400,
          servers: [{ host, port: 6443 }],
          tls: { caSecret: { name: 'ca', key: 'ca.crt' }, clientSecret: 'client' },
          scheme: 'redis',
        },
      ],
      mainEnv,
    });

  testWith(NEEDS, 'passes commands with a client certificate', async () => {
    await withPod(
      [new Ambassador({ container: companionFor('redis.example.com') })],
      options,
      async (pod) => {
        expect(await pod.output(...PING)).toBe('PONG\n');
      },
    );
  });

  testWith(NEEDS, 'refuses a server of another name', async () => {
    await withPod(
      [new Ambassador({ container: companionFor('other.example.com') })],
      options,
      async (pod) => {
        expect((await pod.client(...PING)).output).not.toContain('PONG');
      },
    );
  });
});
