import { Ambassador, Ambassadors } from '../../lib';
import { testWith } from '../support/needs';
import { pause } from './kubelet/command';
import { installed } from './kubelet/programs-root';
import { withPod } from './run-pod';
import { postgres, secret } from './servers';

const NEEDS = installed('/usr/sbin/pgbouncer', '/usr/lib/postgresql/17/bin/postgres');
const PASSWORD = `it's 100% "quoted" = #`;
const USERS = `"app" "${PASSWORD.replace(/"/g, '""')}"\n`;

const companion = () =>
  Ambassadors.pgBouncer({
    host: 'db.example.com',
    authFile: { name: 'db', key: 'users' },
    poolMode: 'transaction',
    mainEnv: { PGHOST: 'host', PGPORT: 'port' },
  });
const options = {
  remotes: [postgres('db', PASSWORD)],
  hosts: ['db.example.com'],
  objects: [secret('db', { users: USERS })],
};
const psql = (query: string, password = PASSWORD) => [
  'env',
  `PGPASSWORD=${password}`,
  ...['psql', '--username=app', '--dbname=postgres', '--tuples-only', '--no-align'],
  `--command=${query}`,
];

testWith(NEEDS, 'passes queries of a user who logs in, and refuses others', async () => {
  await withPod([new Ambassador({ container: companion() })], options, async (pod) => {
    expect(await pod.output(...psql('select 6 * 7'))).toBe('42\n');
    expect((await pod.client(...psql('select 1', 'wrong'))).output).toContain('authentication failed');
  });
});

testWith(NEEDS, 'SIGTERM lets a query end', async () => {
  await withPod([new Ambassador({ container: companion() })], options, async (pod) => {
    const query = pod.output(...psql('select pg_sleep(3), 42'));
    await pause(1);
    const ending = await pod.end('pgbouncer');
    expect(await query).toBe('|42\n');
    expect(ending).toMatchObject({ killed: false });
  });
});
