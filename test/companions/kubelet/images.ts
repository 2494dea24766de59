/**
 * What an image gives to a container, after its Dockerfile. Programs are from Debian or Go modules.
 */
export interface Image {
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** Numeric USER. @default root */
  readonly user?: number;
  readonly workingDirectory?: string;
  /** STOPSIGNAL. @default SIGTERM */
  readonly stopSignal?: NodeJS.Signals;
  /** Programs by their path in the image: the path in the root file system of test/companions/programs. */
  readonly programs?: { readonly [path: string]: string };
  /** Utilities that it has. An image of a single program has none, and no shell. */
  readonly utilities?: 'busybox' | 'debian';
}

const UTILITIES = {
  busybox: '/usr/local/busybox',
  debian:
    '/usr/lib/postgresql/17/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/busybox',
};

/** Where the programs of the image are too, so that its PATH leads to no other program. */
export const OWN_PROGRAMS = '/opt/image';

/** The PATH of the containers of an image. */
export const pathOf = ({ utilities }: Image): string =>
  [OWN_PROGRAMS, ...(utilities ? [UTILITIES[utilities]] : [])].join(':');

/** By repository. */
export const IMAGES: { readonly [repository: string]: Image } = {
  'docker.io/alpine/socat': {
    entrypoint: ['socat'],
    programs: { '/usr/bin/socat': '/usr/bin/socat1' },
    utilities: 'busybox',
  },
  'docker.io/dockurr/stunnel': {
    entrypoint: ['/sbin/tini', '--', '/usr/bin/stunnel.sh'],
    programs: { '/usr/bin/stunnel': '/usr/bin/stunnel4' },
    utilities: 'busybox',
  },
  'docker.io/edoburu/pgbouncer': {
    entrypoint: ['/entrypoint.sh'],
    user: 70,
    programs: { '/usr/bin/pgbouncer': '/usr/sbin/pgbouncer' },
    utilities: 'busybox',
  },
  'docker.io/library/haproxy': {
    entrypoint: ['docker-entrypoint.sh'],
    user: 99,
    workingDirectory: '/var/lib/haproxy',
    stopSignal: 'SIGUSR1',
    programs: { '/usr/local/sbin/haproxy': '/usr/sbin/haproxy' },
    utilities: 'busybox',
  },
  'docker.io/malexer/twemproxy': {
    entrypoint: ['dumb-init', '--rewrite', '15:2', '--', 'entrypoint.sh'],
    programs: { '/usr/local/sbin/nutcracker': '/usr/sbin/nutcracker' },
    utilities: 'busybox',
  },
  'docker.io/nginx/nginx-prometheus-exporter': {
    entrypoint: ['/usr/bin/nginx-prometheus-exporter'],
    user: 1001,
    programs: { '/usr/bin/nginx-prometheus-exporter': '/usr/bin/prometheus-nginx-exporter' },
  },
  'docker.io/nginxinc/nginx-unprivileged': {
    entrypoint: ['/docker-entrypoint.sh'],
    user: 101,
    stopSignal: 'SIGQUIT',
    programs: { '/usr/sbin/nginx': '/usr/sbin/nginx' },
    utilities: 'busybox',
  },
  'docker.io/oliver006/redis_exporter': {
    entrypoint: ['/redis_exporter'],
    user: 59000,
    programs: { '/redis_exporter': '/usr/bin/prometheus-redis-exporter' },
  },
  'gcr.io/cloud-sql-connectors/cloud-sql-proxy': {
    entrypoint: ['/cloud-sql-proxy'],
    user: 65532,
    programs: { '/cloud-sql-proxy': '/usr/local/bin/cloud-sql-proxy' },
  },
  'quay.io/oauth2-proxy/oauth2-proxy': {
    entrypoint: ['/bin/oauth2-proxy'],
    user: 65532,
    programs: { '/bin/oauth2-proxy': '/usr/local/bin/oauth2-proxy' },
  },
  'quay.io/prometheus/mysqld-exporter': {
    entrypoint: ['/bin/mysqld_exporter'],
    user: 65534,
    programs: { '/bin/mysqld_exporter': '/usr/bin/prometheus-mysqld-exporter' },
    utilities: 'busybox',
  },
  'quay.io/prometheus/statsd-exporter': {
    entrypoint: ['/bin/statsd_exporter'],
    user: 65534,
    programs: { '/bin/statsd_exporter': '/usr/local/bin/statsd_exporter' },
    utilities: 'busybox',
  },
  'quay.io/prometheuscommunity/postgres-exporter': {
    entrypoint: ['/bin/postgres_exporter'],
    user: 65534,
    programs: { '/bin/postgres_exporter': '/usr/bin/prometheus-postgres-exporter' },
    utilities: 'busybox',
  },
  busybox: { utilities: 'busybox' },
  /** The servers of these tests, and their clients. */
  'test.example.com/debian': { utilities: 'debian' },
};

/** `docker.io/acme/proxy` of `docker.io/acme/proxy:1.2@sha256:…` */
const repositoryOf = (image: string) => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');

/** @throws Error if the table lacks it */
export function imageOf(reference: string): Image {
  const repository = repositoryOf(reference);
  if (!Object.hasOwn(IMAGES, repository)) {
    throw new Error(`no image ${repository} here: add a line to IMAGES of test/companions/kubelet/images.ts`);
  }
  return IMAGES[repository];
}
