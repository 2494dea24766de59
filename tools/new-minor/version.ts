/** A version of Kubernetes: 1.37.2, or 1.38.0-beta.0. */
export interface Version {
  readonly text: string;
  /** 38 of 1.38.0-beta.0; a pre-release is of the minor that it leads to. */
  readonly minor: number;
  readonly isPreRelease: boolean;
}

/** @throws Error if the text is not a version */
export function versionOf(text: string | undefined): Version {
  const match = /^v?(1\.(\d+)\.\d+(-[\w.]+)?)$/.exec(text ?? '');
  if (match) return { text: match[1], minor: Number(match[2]), isPreRelease: match[3] !== undefined };
  const given = text === undefined ? 'no version is given' : `${JSON.stringify(text)} is not a version`;
  throw new Error(`${given}: use one such as 1.38.0 or 1.38.0-beta.0`);
}

/** The newest release of a minor among versions as `go list -m -versions` prints them. */
export function newestRelease(versions: string, minor: number): string | undefined {
  const patches = [...versions.matchAll(/(?<=^|\s)v1\.(\d+)\.(\d+)(?=\s|$)/g)]
    .filter(([, of]) => Number(of) === minor)
    .map(([, , patch]) => Number(patch));
  return patches.length ? `1.${minor}.${Math.max(...patches)}` : undefined;
}
