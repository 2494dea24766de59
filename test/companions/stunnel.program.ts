import { Ambassador, Ambassadors } from '../../lib';
import { testWith } from '../support/needs';
import { Authority } from './certificates';
import { installed } from './kubelet/programs-root';
import { withPod } from './run-pod';
import { secret, serverTls, tlsRedis } from './servers';

const NEEDS = installed('/usr/bin/stunnel4', '/usr/bin/redis-server');
const PING = ['sh', '-c', 'redis-cli -u "$REDIS_URL" ping'];

const authority = new Authority();
const { remoteVolumes, objects } = serverTls(authority.issue('redis.example.com'), authority.certificate);
const client = authority.issue('client');
const options = {
  remotes: [tlsRedis('redis', 6443, 'yes')],
  remoteVolumes,
  hosts: ['redis.example.com', 'other.example.com'],
  objects: [
    ...objects,
    secret('ca', { 'ca.crt': authority.certificate }),
    secret('client', { 'tls.crt': client.certificate, 'tls.key': client.key }),
  ],
};
const companionFor = (host: string, tls: object = { caSecret: { name: 'ca', key: 'ca.crt' } }) =>
  Ambassadors.stunnel({
    host,
    hostPort: 6443,
    port: 6400,
    clientSecret: 'client',
    scheme: 'redis',
    mainEnv: { REDIS_URL: 'url' },
    ...tls,
  });

testWith(NEEDS, 'passes commands with a client certificate', async () => {
  await withPod([new Ambassador({ container: companionFor('redis.example.com') })], options, async (pod) => {
    expect(await pod.output(...PING)).toBe('PONG\n');
    expect(await pod.end('stunnel')).toMatchObject({ killed: false });
  });
});

testWith(NEEDS, 'refuses a server of another name', async () => {
  await withPod([new Ambassador({ container: companionFor('other.example.com') })], options, async (pod) => {
    expect((await pod.client(...PING)).output).not.toContain('PONG');
  });
});

testWith(NEEDS, 'refuses a server that no authority of the system vouches for', async () => {
  await withPod(
    [new Ambassador({ container: companionFor('redis.example.com', {}) })],
    options,
    async (pod) => {
      expect((await pod.client(...PING)).output).not.toContain('PONG');
    },
  );
});
