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

/** The PATH of the containers of an image: what the image has, and no other programs of the machine. */
export function pathOf({ programs = {}, utilities }: Image): string {
  const own = Object.keys(programs).map((path) => path.replace(/\/[^/]*$/, '') || '/');
  return [...new Set([...own, ...(utilities ? [UTILITIES[utilities]] : [])])].join(':');
}

/** By repository. */
export const IMAGES: { readonly [repository: string]: Image } = {
  'docker.io/edoburu/pgbouncer': {
    entrypoint: ['/entrypoint.sh'],
    user: 70,
    programs: { '/opt/pgbouncer/pgbouncer': '/usr/sbin/pgbouncer' },
    utilities: 'busybox',
  },
  'docker.io/oliver006/redis_exporter': {
    entrypoint: ['/redis_exporter'],
    user: 59000,
    programs: { '/redis_exporter': '/usr/bin/prometheus-redis-exporter' },
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
