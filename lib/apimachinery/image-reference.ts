const DOMAIN_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(
  `^(?:${DOMAIN}/)?(${PATH_PART}(?:/${PATH_PART})*)(?::\\w[\\w.-]{0,127})?(?:@(${DIGEST}))?$`,
);
const KNOWN_DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;
const LONGEST_PATH = 255;
const HUB = 'docker.io';

/**
 * Whether a string is an image reference (ReferenceRegexp, github.com/distribution/reference 0.6).
 */
export const hasReferenceForm = (text: string) => REFERENCE.test(text);

/**
 * Whether an image's name is a reference to an image (ParseNormalizedNamed, github.com/distribution/reference
 * 0.6).
 */
export function isImageReference(image: string): boolean {
  if (IDENTIFIER.test(image)) return false;
  const [, path, digest] = REFERENCE.exec(normalized(image)) ?? [];
  return (
    path !== undefined && path.length <= LONGEST_PATH && (digest === undefined || KNOWN_DIGEST.test(digest))
  );
}

/** With its registry as a prefix. */
function normalized(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  if (slash < 0 || !(first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase())) {
    return `${HUB}/${slash < 0 ? 'library/' : ''}${image}`;
  }
  const rest = image.slice(slash + 1);
  if (first !== HUB && first !== 'index.docker.io') return image;
  return `${HUB}/${rest.includes('/') ? '' : 'library/'}${rest}`;
}
