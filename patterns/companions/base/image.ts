import type { CompanionOptions } from '../options';

type Parts = Pick<CompanionOptions, 'image' | 'registry' | 'version' | 'digest'>;

/** The image that the options make of the companion's own. */
export function imageOf(
  own: string | undefined,
  { image, registry, version, digest }: Parts,
): string | undefined {
  if (image !== undefined || own === undefined) return image;
  const [, host, path, tag] = IMAGE.exec(own)!;
  const repository = registry === undefined ? `${host}${path}` : `${registry.replace(/\/$/, '')}/${path}`;
  return `${repository}:${version ?? tag}${digest === undefined ? '' : `@${digest}`}`;
}

/** Registry with its slash, path and tag of an image: the registry has a dot or a port. */
const IMAGE = /^((?:[^/]*[.:][^/]*\/)?)(.+):([^:/@]+)$/;
