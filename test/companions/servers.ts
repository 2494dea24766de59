import type { k8s } from '../../lib';
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

export const redis = (name: string, options: string, address = '127.0.0.1', port = 6379): k8s.Container =>
  server(name, `exec redis-server --bind ${address} --port ${port} --save '' ${options}`, {
    exec: { command: ['sh', '-c', `redis-cli -h ${address} -p ${port} ping | grep -E 'PONG|NOAUTH'`] },
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

export const quoted = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** A Secret of the user. */
export const secret = (name: string, stringData: { readonly [key: string]: string }) => ({
  kind: 'Secret',
  metadata: { name },
  stringData,
});
