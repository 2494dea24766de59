import type { CompanionOptions } from '../options';

type Parts = Pick<CompanionOptions, 'image' | 'registry' | 'version' | 'digest'>;

/** The image that the options make of the companion's own. */
export function imageOf(
  own: string | undefined,
  { image, registry, version, digest }: Parts,
): string | undefined {
  if (image !== undefined || own === undefined) return image;
  const [host, ...rest] = own.split('/');
  const hasHost = rest.length > 0 && /[.:]/.test(host);
  const [path, tag] = (hasHost ? rest.join('/') : own).split(':');
  const prefix = registry === undefined ? (hasHost ? `${host}/` : '') : `${registry.replace(/\/$/, '')}/`;
  return `${prefix}${path}:${version ?? tag}${digest === undefined ? '' : `@${digest}`}`;
}
