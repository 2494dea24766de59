import { quote } from '../../../go/format';
import { type ImageName, imageNameOf } from '../images';
import { OLD_IMAGES } from './facts/old-images';
import { baseOf, endsInPath } from './known';
import type { OldImage } from './program';
import { versionOf } from './version';

/** What is wrong with an image, and what to do. */
export interface Outdated {
  readonly message: string;
  readonly suggestion: string;
}

const BASES: ReadonlySet<string> = new Set(OLD_IMAGES.map(({ path }) => baseOf(path)).filter(Boolean));
const FOLDERS = OLD_IMAGES.map(({ path }) => path).filter((path) => path.endsWith('/'));

/** A cheap look at what most images are not. */
export const mayBeOldImage = (image = '') =>
  BASES.has(baseOf(image)) || FOLDERS.some((folder) => image.includes(folder));

/** What is wrong with an image that is not to be used any more; undefined if nothing is known. */
export function oldImage(image: string | undefined): Outdated | undefined {
  const name = mayBeOldImage(image) ? imageNameOf(image) : undefined;
  const old = name && OLD_IMAGES.find((candidate) => isOld(candidate, name));
  if (!old) return undefined;
  const tag = name.tag ? `:${name.tag}` : '';
  const rest = old.path.endsWith('/') ? `${name.base}${tag}` : tag;
  return { message: `${quote(image!)} ${old.problem}`, suggestion: old.instead.replace('*', rest) };
}

function isOld({ path, registries, versionsOnly }: OldImage, name: ImageName): boolean {
  if (versionsOnly && (!versionOf(name.tag) || name.digest)) return false;
  const { registry, repository } = name;
  if (!registries) return endsInPath(repository, path);
  const below = registry ? repository.slice(registry.length + 1) : repository;
  return registries.includes(registry) && (path.endsWith('/') ? below.startsWith(path) : below === path);
}
