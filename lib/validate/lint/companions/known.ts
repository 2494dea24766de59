import { imageNameOf } from '../images';
import { EXPORTERS } from './facts/exporters';
import { PROXIES } from './facts/proxies';
import { SHIPPERS } from './facts/shippers';
import type { Program } from './program';
import { type Version, versionOf } from './version';

/** A program that a container runs, by its image. */
export interface KnownProgram {
  readonly program: Program;
  /** Version by the tag, or the oldest that it can be; undefined if that is not known. */
  readonly version?: Version;
}

interface Entry {
  /** End of a repository's path. */
  readonly path: string;
  readonly program: Program;
}

const entries = [...EXPORTERS, ...PROXIES, ...SHIPPERS].flatMap((program) =>
  program.images.map((path): Entry => ({ path, program })),
);

/** The programs by the last part of a repository's path. */
const BY_BASE = new Map<string, Entry[]>();
for (const entry of entries) {
  const base = baseOf(entry.path);
  BY_BASE.set(base, [...(BY_BASE.get(base) ?? []), entry]);
}

/** Whether a repository's path is another, wherever it is mirrored. */
export const endsInPath = (repository: string, path: string) =>
  repository === path || repository.endsWith(`/${path}`);

/** The program of an image, in any registry; undefined if it is not known. */
export function knownProgramOf(image: string | undefined): KnownProgram | undefined {
  const candidates = image ? BY_BASE.get(baseOf(image)) : undefined;
  const name = candidates ? imageNameOf(image) : undefined;
  const entry = name && candidates!.find(({ path }) => endsInPath(name.repository, path));
  if (!entry) return undefined;
  const { program } = entry;
  return { program, version: versionOf(name!.tag) ?? versionOf(program.oldest) };
}

/** The last part of an image's path: a cheap look before its name is split. */
export function baseOf(image: string): string {
  const digest = image.indexOf('@');
  const end = digest < 0 ? image.length : digest;
  const start = image.lastIndexOf('/', end - 1) + 1;
  const colon = image.indexOf(':', start);
  return image.slice(start, colon < 0 || colon > end ? end : colon);
}
