import { parseRequestUrl, parseUrl, type Url } from '../../go/url';
import { Dictionary, ListValue } from '../values/collections';
import { fail, type Value } from '../values/value';
import { type Library, typed } from './declare';
import { Opaque } from './opaque';

class UrlValue extends Opaque<UrlValue> {
  readonly typeName = 'kubernetes.URL';

  constructor(readonly url: Url) {
    super();
  }

  protected isSame(other: UrlValue): boolean {
    return String(this) === String(other);
  }

  toString(): string {
    const { scheme, user, host, path, query, fragment } = this.url;
    const authority = host || user ? `//${user === undefined ? '' : `${user}@`}${host}` : '';
    return `${scheme && `${scheme}:`}${authority}${path}${query && `?${query}`}${fragment && `#${fragment}`}`;
  }
}

/** Whether hosts may have several colons differs by what a server is built with. */
const parseBoth = (text: string, strictColons: boolean) => {
  const request = parseRequestUrl(text, strictColons);
  return typeof request === 'string' ? request : parseUrl(text, strictColons);
};

const urlFrom =
  (strictColons: boolean) =>
  (text: string): Value => {
    const url = parseBoth(text, strictColons);
    return typeof url === 'string'
      ? fail(`URL parse error during conversion from string: ${url}`)
      : new UrlValue(url);
  };

function hostname({ url: { host } }: UrlValue): string {
  const end = host.indexOf(']');
  if (end >= 0) return host.slice(0, end).replace(/^\[/, '');
  return host.split(':', 1)[0];
}

function port({ url: { host } }: UrlValue): string {
  const end = host.indexOf(']:');
  if (end >= 0) return host.slice(end + 2);
  const colon = host.indexOf(':');
  return host.includes(']') || colon < 0 ? '' : host.slice(colon + 1);
}

/** Parameters by their names; those that are not well-formed are left out (url.ParseQuery). */
function query({ url }: UrlValue): Value {
  const found = new Map<string, string[]>();
  for (const pair of url.query.split('&').filter((part) => part && !part.includes(';'))) {
    const equals = pair.indexOf('=');
    const name = unescape(equals < 0 ? pair : pair.slice(0, equals));
    const value = unescape(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined) continue;
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return new Dictionary([...found].map(([name, values]) => [name, new ListValue(values)]));
}

function unescape(text: string): string | undefined {
  if (/%(?![\da-fA-F]{2})/.test(text)) return undefined;
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[\da-fA-F]{2})+/g, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}

/** URLs (library.URLs). */
export const urls = (strictColons: boolean): readonly Library[] => [
  typed({
    'url(string) -> kubernetes.URL': urlFrom(strictColons),
    'isURL(string) -> bool': (text: string) => typeof parseRequestUrl(text, strictColons) !== 'string',
    'kubernetes.URL.getScheme() -> string': ({ url }: UrlValue) => url.scheme,
    'kubernetes.URL.getHost() -> string': ({ url }: UrlValue) => url.host,
    'kubernetes.URL.getHostname() -> string': hostname,
    'kubernetes.URL.getPort() -> string': port,
    'kubernetes.URL.getEscapedPath() -> string': ({ url }: UrlValue) => url.path,
    'kubernetes.URL.getQuery() -> map(string, list(string))': query,
  }),
];
