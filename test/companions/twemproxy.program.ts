import { Ambassador, Ambassadors } from '../../lib';
import { testWith } from '../support/needs';
import { pause } from './kubelet/command';
import { installed } from './kubelet/programs-root';
import { REMOTE_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { redis, secret } from './servers';

const NEEDS = installed('/usr/sbin/nutcracker', '/usr/bin/redis-server');
const SHARDS = [6379, 6380];
const KEYS = 300;
const mainEnv = { CACHE_URL: 'url', CACHE_HOST: 'host', CACHE_PORT: 'port' };

const pool = {
  name: 'cache',
  port: 6380,
  servers: [
    { host: 'redis.example.com', name: 'one' },
    { host: 'redis.example.com', port: 6380, weight: 2, name: 'two' },
  ],
};
const options = (flags = '') => ({
  remotes: SHARDS.map((port) => redis(`shard-${port}`, flags, REMOTE_IP, port)),
  hosts: ['redis.example.com'],
});

testWith(NEEDS, 'spreads keys over the servers of a pool', async () => {
  const companion = Ambassadors.twemproxy({ pools: [pool], mainEnv });
  await withPod([new Ambassador({ container: companion })], options(), async (pod) => {
    const script = `for i in $(seq ${KEYS}); do echo "set $(echo $i | md5sum | cut -c 1-32) value"; done | redis-cli -u "$CACHE_URL"`;
    expect(await pod.output('sh', '-c', script)).toBe('OK\n'.repeat(KEYS));
    const [first, second] = await Promise.all(
      SHARDS.map(async (port) =>
        Number(await pod.output('redis-cli', '-h', REMOTE_IP, '-p', String(port), 'dbsize')),
      ),
    );
    expect(first + second).toBe(KEYS);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(await pod.end('twemproxy')).toMatchObject({ code: 0, killed: false });
  });
});

testWith(NEEDS, 'logs in with a password from a Secret', async () => {
  const password = `a'b"c: #d\\e %&{}`;
  const companion = Ambassadors.twemproxy({
    pools: [{ ...pool, password: { name: 'redis', key: 'password' } }],
    mainEnv,
  });
  const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'redis', key: 'password' } } }];
  const remotes = SHARDS.map((port) =>
    redis(`shard-${port}`, '--requirepass "$PASSWORD"', REMOTE_IP, port, env),
  );
  const objects = [secret('redis', { password })];
  await withPod(
    [new Ambassador({ container: companion })],
    { ...options(), remotes, objects },
    async (pod) => {
      const set = (auth: string) =>
        pod.client('redis-cli', '-h', '127.0.0.1', '-p', '6380', '-a', auth, 'set', 'a', '1');
      expect((await set('wrong')).output).toContain('ERR invalid password');
      expect((await set(password)).output).toContain('OK\n');
    },
  );
});

testWith(NEEDS, 'connections go on until its end', async () => {
  const companion = Ambassadors.twemproxy({ pools: [pool], mainEnv });
  await withPod([new Ambassador({ container: companion })], options(), async (pod) => {
    const client = pod.client('sh', '-c', '(echo set a 1; sleep 2; echo get a) | redis-cli -u "$CACHE_URL"');
    await pause(0.5);
    await client.then(({ output }) => expect(output).toBe('OK\n1\n'));
    expect(await pod.end('twemproxy')).toMatchObject({ code: 0, killed: false });
  });
});
