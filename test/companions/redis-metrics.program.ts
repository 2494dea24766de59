import { Adapter, Adapters } from '../../lib';
import { testWith } from '../support/needs';
import { POD_IP } from './kubelet/sandbox';
import { installed } from './kubelet/programs-root';
import { withPod } from './run-pod';
import { redis, secret } from './servers';

const NEEDS = installed('/usr/bin/prometheus-redis-exporter', '/usr/bin/redis-server');
const PASSWORD = `p w"'$(HOME)\\:@/%20#`;

testWith(NEEDS, 'serves the metrics of a server with a password', async () => {
  const companion = Adapters.redisMetrics({ password: { name: 'redis', key: 'password' } });
  const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'redis', key: 'password' } } }];
  const main = redis('redis', '--requirepass "$PASSWORD"', '127.0.0.1', 6379, env);
  const objects = [secret('redis', { password: PASSWORD })];
  await withPod([new Adapter({ container: companion })], { main, objects }, async (pod) => {
    await pod.ready('redis-exporter');
    const metrics = await pod.output('curl', '-sS', `http://${POD_IP}:9121/metrics`);
    expect(metrics).toContain('\nredis_up 1\n');
    expect(metrics).toMatch(/\nredis_connected_clients [1-9]/);
    expect(await pod.end('redis-exporter')).toMatchObject({ killed: false });
  });
});
