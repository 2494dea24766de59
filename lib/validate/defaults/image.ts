import { isImageReference } from '../../apimachinery/image-reference';

/**
 * Whether an image has the tag latest or none; a name that is no image's has none of them (ParseImageName,
 * pkg/util/parsers 1.36).
 */
export function isLatest(image: string): boolean {
  const digest = image.indexOf('@');
  const name = digest < 0 ? image : image.slice(0, digest);
  const colon = name.lastIndexOf(':');
  const hasTag = colon >= 0 && !name.includes('/', colon);
  return (hasTag ? name.endsWith(':latest') : digest < 0) && isImageReference(image);
}
