import { Ambassador, Ambassadors } from '../../lib';
import { testWith } from '../support/needs';
import { installed } from './kubelet/programs-root';
import { REMOTE_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { redis } from './servers';

const NEEDS = installed('/usr/bin/socat1', '/usr/bin/redis-server');

testWith(NEEDS, 'passes connections to a server, several at once', async () => {
  const companion = Ambassadors.socat({
    port: 6400,
    host: 'redis.example.com',
    hostPort: 6379,
    scheme: 'redis',
    mainEnv: { REDIS_URL: 'url' },
  });
  const options = { remotes: [redis('redis', '', REMOTE_IP)], hosts: ['redis.example.com'] };
  await withPod([new Ambassador({ container: companion })], options, async (pod) => {
    const commands = Array.from({ length: 5 }, () =>
      pod.output('sh', '-c', 'redis-cli -u "$REDIS_URL" incr n'),
    );
    expect((await Promise.all(commands)).sort()).toEqual(['1\n', '2\n', '3\n', '4\n', '5\n']);
    expect(await pod.end('socat')).toMatchObject({ killed: false });
  });
});
