import { MINORS } from './schema/minors';

/** Kubernetes minors that validation knows, newest last: `1.30`, … */
export const KNOWN_VERSIONS: readonly string[] = MINORS.map((minor) => `1.${minor}`);

export const NEWEST_MINOR = MINORS.at(-1)!;

/**
 * The minor of a version such as `1.34`, `v1.34` or `1.34.2`; the newest known where there is none.
 *
 * @throws Error with the versions known, for any other
 */
export function minorOf(version: string | undefined): number {
  if (version === undefined) return NEWEST_MINOR;
  if (typeof version !== 'string') {
    throw new Error(
      `Kubernetes version ${JSON.stringify(version)} is not a string: quote it, because 1.30 as a number is 1.3`,
    );
  }
  const match = /^v?1\.(\d+)(?:\.\d+)?$/.exec(version);
  const minor = Number(match?.[1]);
  if (!MINORS.includes(minor)) {
    throw new Error(
      `unknown Kubernetes version ${JSON.stringify(version)}: use one of ${KNOWN_VERSIONS.join(', ')}`,
    );
  }
  return minor;
}

/**
 * The minors of some versions, oldest first, each once.
 *
 * @throws Error as minorOf does
 */
export const minorsOf = (versions: readonly string[]) =>
  [...new Set(versions.map(minorOf))].sort((a, b) => a - b);
