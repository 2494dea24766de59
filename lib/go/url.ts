import { quote } from './format';
import { addrError } from './netip';

/** What net/url reads of a URL, as far as it is asked for. */
export interface Url {
  readonly scheme: string;
  readonly host: string;
  /** Name, and password after a colon, as Userinfo.String escapes them; undefined if the URL has neither. */
  readonly user?: string;
  /** With the escapes that it needs (EscapedPath). */
  readonly path: string;
  readonly query: string;
  /** Without escapes. */
  readonly fragment: string;
}

class Fault extends Error {}

/** The Kubernetes minor since which servers are built with Go 1.26: the default of `urlstrictcolons`. */
export const STRICT_COLONS = 36;

/** How a text is read. */
interface Reading {
  /** Whether it is the address of a request: absolute, and without a fragment. */
  readonly viaRequest: boolean;
  /** Whether hosts of http and https have no colon but that of the port, as they do since Go 1.26. */
  readonly strictColons: boolean;
}

/** url.Parse: the URL, or the text of the error (Go 1.26). */
export function parseUrl(text: string, strictColons: boolean): Url | string {
  const [before, fragment] = cut(text, '#');
  const url = parsed(before, { viaRequest: false, strictColons });
  if (typeof url === 'string') return url;
  return attempt(text, () => ({ ...url, fragment: unescape(fragment, 'fragment') }));
}

/** url.ParseRequestURI: an absolute URL or path without a fragment, or the text of the error. */
export const parseRequestUrl = (text: string, strictColons: boolean): Url | string =>
  parsed(text, { viaRequest: true, strictColons });

const parsed = (text: string, reading: Reading) => attempt(text, () => parse(text, reading));

function attempt(text: string, read: () => Url): Url | string {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Fault) return `parse ${quote(text)}: ${fault.message}`;
    throw fault;
  }
}

function cut(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function parse(text: string, { viaRequest, strictColons }: Reading): Url {
  if (/[\0-\x1f\x7f]/.test(text)) throw new Fault('net/url: invalid control character in URL');
  if (!text && viaRequest) throw new Fault('empty url');
  if (text === '*') return { scheme: '', host: '', path: '*', query: '', fragment: '' };
  const [scheme, afterScheme] = schemeOf(text);
  const [rest, query] = cut(afterScheme, '?');
  if (!rest.startsWith('/')) {
    if (scheme) return { scheme, host: '', path: '', query, fragment: '' };
    if (viaRequest) throw new Fault('invalid URI for request');
    if (cut(rest, '/')[0].includes(':')) throw new Fault('first path segment in URL cannot contain colon');
  }
  return {
    scheme,
    query,
    fragment: '',
    ...hierarchical(rest, {
      mayHaveHost: scheme !== '' || (!viaRequest && !rest.startsWith('///')),
      strictColons: strictColons && /^https?$/.test(scheme),
    }),
  };
}

function schemeOf(text: string): [scheme: string, rest: string] {
  if (text.startsWith(':')) throw new Fault('missing protocol scheme');
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
  return scheme === undefined ? ['', text] : [scheme.toLowerCase(), text.slice(scheme.length + 1)];
}

function hierarchical(
  rest: string,
  { mayHaveHost, strictColons }: { readonly mayHaveHost: boolean; readonly strictColons: boolean },
): Pick<Url, 'host' | 'user' | 'path'> {
  if (!mayHaveHost || !rest.startsWith('//')) return { host: '', path: escapedPath(rest) };
  const authority = /^[^/]*/.exec(rest.slice(2))![0];
  const found = authorityOf(authority, strictColons);
  return { ...found, path: escapedPath(rest.slice(2 + authority.length)) };
}

/** A path that has all the escapes that it needs stays as it is. */
function escapedPath(path: string): string {
  const plain = unescape(path, 'path');
  if (/^[\w\-.~!$&'()*+,;=:@[\]%/]*$/.test(path)) return path;
  return encodeURI(plain)
    .replace(/[!'()*]/g, percent)
    .replace(/[?#]/g, percent);
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

function authorityOf(authority: string, strictColons: boolean): Pick<Url, 'host' | 'user'> {
  const at = authority.lastIndexOf('@');
  const host = hostOf(authority.slice(at + 1), strictColons);
  if (at < 0) return { host };
  const user = authority.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) throw new Fault('net/url: invalid userinfo');
  return { host, user: user.split(/:(.*)/s, 2).map(escapedAgain).join(':') };
}

/** A name or password with the escapes that it needs, and no others. */
const escapedAgain = (text: string): string =>
  encodeURIComponent(unescape(text, 'user'))
    .replace(/[!'()*]/g, percent)
    .replace(/%2[46BC]|%3[BD]/g, decodeURIComponent);

function hostOf(host: string, strictColons: boolean): string {
  const bracket = host.lastIndexOf('[');
  if (bracket > 0) throw new Fault('invalid IP-literal');
  if (bracket === 0) return bracketed(host);
  const colon = strictColons ? host.indexOf(':') : host.lastIndexOf(':');
  if (colon >= 0) judgePort(host.slice(colon));
  return unescape(host, 'host');
}

/** An IPv6 address, as RFC 3986 has it, maybe with a zone of RFC 6874. */
function bracketed(host: string): string {
  const end = host.lastIndexOf(']');
  if (end < 0) throw new Fault("missing ']' in host");
  judgePort(host.slice(end + 1));
  const name = host.slice(1, end);
  const zone = name.indexOf('%25');
  const address =
    zone < 0
      ? unescape(name, 'host')
      : unescape(name.slice(0, zone), 'host') + unescape(name.slice(zone), 'zone');
  const problem = addrError(address);
  if (problem) throw new Fault(`invalid host: ${problem}`);
  if (!address.includes(':')) throw new Fault('invalid IP-literal');
  return host;
}

function judgePort(port: string): void {
  if (!/^(?::\d*)?$/.test(port)) throw new Fault(`invalid port ${quote(port)} after host`);
}

type Part = 'path' | 'host' | 'zone' | 'user' | 'fragment';

/** Escapes, and characters that no host and no zone has. */
const SPECIAL = /%(?:([0-9a-fA-F]{2})|[^]{0,2})|[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\u0080-\u{10ffff}]/gu;

/** The text without escapes, which it checks: in a host or a zone, all characters. */
function unescape(text: string, part: Part): string {
  for (const [found, digits] of text.matchAll(SPECIAL)) {
    if (!found.startsWith('%')) {
      if (part !== 'host' && part !== 'zone') continue;
      throw new Fault(`invalid character ${quote(found)} in host name`);
    } else if (!digits || isForbidden(digits, part)) {
      throw new Fault(`invalid URL escape ${quote(found)}`);
    }
  }
  return decoded(text);
}

/** Hosts have escapes of bytes beyond ASCII, and zones of those that may stand in a host as they are. */
function isForbidden(digits: string, part: Part): boolean {
  if (digits === '25') return false;
  const code = parseInt(digits, 16);
  if (part === 'host') return code < 0x80;
  return (
    part === 'zone' && digits !== '20' && (code >= 0x80 || String.fromCharCode(code).search(SPECIAL) === 0)
  );
}

const decoded = (text: string): string =>
  text.replace(/(?:%[^]{2})+/g, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
