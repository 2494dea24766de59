import { UNPRIVILEGED } from '../blocks/hardening';
import { tlsFiles } from './base/client-tls';
import { endpointSettings } from './base/endpoints';
import { localStartup } from './base/probes';
import { secretFile } from './base/secret-file';
import { Companion } from './companion';
import { assertPgBouncer } from './pg-bouncer/checks';
import { iniOf } from './pg-bouncer/ini';
import type { PgBouncerOptions } from './pg-bouncer/options';

const CONFIG = '/etc/pgbouncer-config';
const AUTH = '/etc/pgbouncer-auth';

/** Makes the pool of connections. */
export function pgBouncer(options: PgBouncerOptions): Companion {
  assertPgBouncer(options);
  const { authFile, port = 6432, name = 'pgbouncer' } = options;
  const users = secretFile(`${name}-auth`, authFile, AUTH, 'userlist.txt');
  const tls = tlsFiles(`${name}-tls`, '/etc/pgbouncer-tls', options);
  return new Companion(
    {
      container: {
        name: 'pgbouncer',
        image: 'docker.io/edoburu/pgbouncer:v1.25.2-p0',
        command: ['pgbouncer', `${CONFIG}/pgbouncer.ini`],
        startupProbe: localStartup(port),
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 70, runAsGroup: 70 },
        volumeMounts: [users.mount, ...tls.mounts],
      },
      port,
      localhostOnly: true,
      reload: { process: 'pgbouncer' },
      settings: settingsOf(options, port),
      config: { mountPath: CONFIG, files: { 'pgbouncer.ini': iniOf(options, users.path, tls) } },
      volumes: [users.volume, ...tls.volumes],
    },
    options,
  );
}

/** URLs contain a database if it is known which. */
function settingsOf({ databases = [] }: PgBouncerOptions, port: number): { readonly [name: string]: string } {
  const server = endpointSettings([{ port, scheme: 'postgresql' }]);
  const urls = databases.map(({ name }) => `${server.url}/${encodeURIComponent(name)}`);
  return {
    ...server,
    ...(urls.length ? { url: urls[0] } : {}),
    ...Object.fromEntries(databases.map(({ name }, index) => [`${name}.url`, urls[index]])),
    ...(databases.length ? { database: databases[0].name } : {}),
  };
}
