import { imageNameOf } from './images';

/**
 * Official images without an entrypoint whose default command is a shell or an interpreter, and that command.
 */
const INTERACTIVE: ReadonlyMap<string, string> = new Map([
  ['busybox', 'sh'],
  ['alpine', '/bin/sh'],
  ...['debian', 'ubuntu', 'buildpack-deps', 'gcc', 'golang', 'rust'].map(withBash),
  ...['fedora', 'centos', 'rockylinux', 'almalinux', 'amazonlinux', 'oraclelinux'].map(withBash),
  ['python', 'python3'],
  ['ruby', 'irb'],
]);

/** Official images with an entrypoint that runs its arguments, unless they begin with an option. */
const RUN_THEIR_ARGUMENTS: ReadonlySet<string> = new Set([
  ...['nginx', 'httpd', 'redis', 'valkey', 'memcached', 'postgres', 'mysql', 'mariadb', 'mongo', 'rabbitmq'],
  ...['node', 'eclipse-temurin'],
]);

function withBash(image: string): [string, string] {
  return [image, 'bash'];
}

/** Docker's library, by its own name and as its mirrors have it, and copies of the Kubernetes project. */
const OFFICIAL =
  /^(?:(?:(?:index\.)?docker\.io\/|mirror\.gcr\.io\/|public\.ecr\.aws\/docker\/)?(?:library\/)?|(?:registry\.k8s\.io|k8s\.gcr\.io|gcr\.io\/google[-_]containers)\/(?:e2e-test-images\/)?)([\w-]+)$/;

const officialName = (image: string | undefined) =>
  OFFICIAL.exec(imageNameOf(image)?.repository ?? '')?.[1] ?? '';

/** The shell or interpreter that an image starts without a command; undefined if none is certain. */
export const interactiveProgramOf = (image: string | undefined) => INTERACTIVE.get(officialName(image));

/** Whether an image is certain to run its arguments as a command. */
export function runsItsArguments(image: string | undefined): boolean {
  const name = officialName(image);
  return INTERACTIVE.has(name) || RUN_THEIR_ARGUMENTS.has(name);
}
