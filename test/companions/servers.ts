import type { k8s } from '../../lib';
import type { Certificate } from './certificates';
import { REMOTE_IP } from './kubelet/sandbox';

/** Image of the servers and clients of these tests. */
export const DEBIAN = 'test.example.com/debian:12';

const server = (name: string, script: string, startupProbe?: k8s.Probe): k8s.Container => ({
  name,
  image: DEBIAN,
  command: ['sh', '-ec', script],
  startupProbe,
  securityContext: { runAsUser: 1000, runAsGroup: 1000 },
});

/** A main container without a server, for clients. */
export const IDLE: k8s.Container = server('app', 'exec sleep infinity');

/** On 127.0.0.1:6379, if no other address is given. */
export const redis = (
  name: string,
  options = '',
  address = '127.0.0.1',
  port = 6379,
  env: readonly k8s.EnvVar[] = [],
): k8s.Container => ({
  ...server(
    name,
    `exec redis-server --bind ${address} --port ${port} --save '' --protected-mode no --loglevel warning ${options}`,
    {
      exec: { command: ['sh', '-c', `redis-cli -h ${address} -p ${port} ping | grep -E 'PONG|NOAUTH'`] },
    },
  ),
  env: [...env],
});

const TLS_DIRECTORY = '/etc/server-tls';
const TLS_OPTIONS = `--tls-cert-file ${TLS_DIRECTORY}/tls.crt --tls-key-file ${TLS_DIRECTORY}/tls.key --tls-ca-cert-file ${TLS_DIRECTORY}/ca.crt`;

/** A server outside that speaks TLS on a port, and another one without on 6379 for its probe. */
export const tlsRedis = (name: string, port: number, clients: 'yes' | 'no' = 'no'): k8s.Container => ({
  ...redis(name, `--tls-port ${port} --tls-auth-clients ${clients} ${TLS_OPTIONS}`, REMOTE_IP),
  volumeMounts: [{ name: 'server-tls', mountPath: TLS_DIRECTORY, readOnly: true }],
});

/** What `tlsRedis` needs of the Pod. */
export const serverTls = ({ certificate, key }: Certificate, ca: string) => ({
  remoteVolumes: [{ name: 'server-tls', secret: { secretName: 'server-tls' } }],
  objects: [secret('server-tls', { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': ca })],
});

/** With a user `app` whose password is as given, and a database of that name. */
export const postgres = (name: string, password: string, address = REMOTE_IP): k8s.Container =>
  server(
    name,
    `umask 077
    printf '%s' ${quoted(password)} > /tmp/password
    initdb --pgdata=/tmp/data --username=app --pwfile=/tmp/password --auth=scram-sha-256 --no-sync > /dev/null
    echo 'host all all 0.0.0.0/0 scram-sha-256' >> /tmp/data/pg_hba.conf
    exec postgres -D /tmp/data -h ${address} -k /tmp -c fsync=off`,
    { exec: { command: ['pg_isready', '--quiet', '--host', address] } },
  );

/** With a user `app` whose password is as given. */
export const mariadb = (name: string, password: string): k8s.Container =>
  server(
    name,
    `mariadb-install-db --no-defaults --datadir=/tmp/data --auth-root-authentication-method=normal > /dev/null
    printf '%s' ${quoted(`create user 'app'@'localhost' identified by '${password.replace(/'/g, "''")}';\ngrant all on *.* to 'app'@'localhost';\n`)} > /tmp/init.sql
    exec mariadbd --no-defaults --datadir=/tmp/data --bind-address=127.0.0.1 --socket=/tmp/mysql.sock --init-file=/tmp/init.sql`,
    { exec: { command: ['mariadb-admin', '--socket=/tmp/mysql.sock', 'ping'] } },
  );

const STUB_STATUS = `daemon off; pid /tmp/nginx.pid; error_log stderr; events {}
http {
  client_body_temp_path /tmp/a; proxy_temp_path /tmp/b; fastcgi_temp_path /tmp/c; uwsgi_temp_path /tmp/d; scgi_temp_path /tmp/e;
  access_log off;
  server { listen 127.0.0.1:8080; location = /stub_status { stub_status; } }
}`;

/** On 127.0.0.1:8080, with /stub_status. */
export const nginx = (name: string): k8s.Container =>
  server(
    name,
    `printf '%s' ${quoted(STUB_STATUS)} > /tmp/nginx.conf; exec nginx -e stderr -c /tmp/nginx.conf`,
    {
      exec: { command: ['curl', '-sf', 'http://127.0.0.1:8080/stub_status'] },
    },
  );

export const quoted = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** A Secret of the user. */
export const secret = (name: string, stringData: { readonly [key: string]: string }) => ({
  kind: 'Secret',
  metadata: { name },
  stringData,
});
