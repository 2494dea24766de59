/** Parts of an image's name. */
export interface ImageName {
  /** Registry, as written; empty where there is none. */
  readonly registry: string;
  /** All but tag and digest: `docker.io/library/nginx`. */
  readonly repository: string;
  /** Last part of the path: `nginx-prometheus-exporter`. */
  readonly base: string;
  readonly tag?: string;
  readonly digest?: string;
}

const PLAIN = /^[\w./:@-]+$/;
/** What ko replaces by the image that it builds: https://ko.build. */
const IMPORT_PATH = 'ko://';

/** The parts of an image's name; undefined if it holds a placeholder, or nothing. */
export function imageNameOf(image: string | undefined): ImageName | undefined {
  if (!image || !PLAIN.test(image) || image.startsWith(IMPORT_PATH)) return undefined;
  const [name, digest] = image.split('@');
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash);
  const repository = colon < 0 ? name : name.slice(0, colon);
  const first = name.slice(0, name.indexOf('/') + 1).slice(0, -1);
  return {
    registry: /[.:]/.test(first) ? first : '',
    repository,
    base: repository.slice(slash + 1),
    tag: colon < 0 ? undefined : name.slice(colon + 1),
    digest,
  };
}
