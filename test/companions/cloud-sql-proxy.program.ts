import { join } from 'node:path';
import { Ambassador, Ambassadors } from '../../lib';
import { testWith } from '../support/needs';
import { Authority } from './certificates';
import { pause } from './kubelet/command';
import { installed } from './kubelet/programs-root';
import { POD_IP, REMOTE_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { postgres } from './servers';

const NEEDS = installed('/usr/local/bin/cloud-sql-proxy', '/usr/lib/postgresql/17/bin/postgres');
const INSTANCE = 'shop:europe-west1:orders';

const authority = new Authority();
authority.issue('orders.example.com', 'shop:orders');
const options = {
  remotes: [postgres('db', 'secret')],
  stubs: [[join(__dirname, 'stubs/cloud-sql.cjs'), REMOTE_IP, authority.folder]],
};
/** The further arguments lead to the stub: a companion has no options for another API. */
const companion = () =>
  Ambassadors.cloudSqlProxy({
    instances: [{ connectionName: INSTANCE, engine: 'postgres' }],
    address: 'private',
    quitQuitQuit: true,
    args: [`--sqladmin-api-endpoint=http://${REMOTE_IP}:8000`, '--token=token'],
    mainEnv: { PGHOST: 'host', PGPORT: 'port' },
  });
const psql = (query: string) => [
  ...[
    'env',
    'PGPASSWORD=secret',
    'psql',
    '--username=app',
    '--dbname=postgres',
    '--tuples-only',
    '--no-align',
  ],
  `--command=${query}`,
];

testWith(NEEDS, 'passes queries to an instance, and quits on request', async () => {
  await withPod([new Ambassador({ container: companion() })], options, async (pod) => {
    await pod.ready('cloud-sql-proxy');
    expect(await pod.output(...psql('select 6 * 7'))).toBe('42\n');
    expect(
      await pod.output(
        'curl',
        '-sS',
        '-o',
        '/dev/null',
        '-w',
        '%{http_code}',
        `http://${POD_IP}:9090/readiness`,
      ),
    ).toBe('200');
    await pod.output('curl', '-sS', '-X', 'POST', 'http://127.0.0.1:9091/quitquitquit');
    expect(await pod.container('cloud-sql-proxy').ended).toBe(0);
  });
});

testWith(NEEDS, 'its end waits for a query', async () => {
  await withPod([new Ambassador({ container: companion() })], options, async (pod) => {
    const query = pod.output(...psql('select pg_sleep(3), 42'));
    await pause(1);
    const ending = await pod.end('cloud-sql-proxy');
    expect(await query).toBe('|42\n');
    expect(ending).toMatchObject({ code: 0, killed: false });
  });
});
