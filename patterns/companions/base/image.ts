import type { CompanionOptions } from '../options';

type Parts = Pick<CompanionOptions, 'image' | 'registry' | 'version' | 'digest'>;

/** The image that the options make of the companion's own. */
export function imageOf(
  own: string | undefined,
  { image, registry, version, digest }: Parts,
): string | undefined {
  if (image !== undefined || own === undefined) return image;
  if (registry === undefined && version === undefined && digest === undefined) return own;
  const { host, path, tag } = partsOf(own);
  const prefix = registry === undefined ? host : `${registry.replace(/\/$/, '')}/`;
  const label = version ?? tag;
  return `${prefix}${path}${label === undefined ? '' : `:${label}`}${digest === undefined ? '' : `@${digest}`}`;
}

interface ImageParts {
  /** Registry with its slash; empty if the image names none. */
  readonly host: string;
  readonly path: string;
  readonly tag?: string;
}

/** A registry has a dot or a port; what a digest says is replaced. */
function partsOf(image: string): ImageParts {
  const [reference] = image.split('@');
  const slash = reference.indexOf('/');
  const host = /[.:]/.test(reference.slice(0, slash + 1)) ? reference.slice(0, slash + 1) : '';
  const [path, tag] = reference.slice(host.length).split(':');
  return { host, path, tag };
}
