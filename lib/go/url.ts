import { quote } from './format';

/** What net/url reads of a URL, as far as it is asked for. */
export interface Url {
  readonly scheme: string;
  readonly host: string;
  /** Name, and password after a colon; undefined if the URL has neither. */
  readonly user?: string;
  readonly query: string;
  readonly fragment: string;
}

class Fault extends Error {}

/** url.Parse: the URL, or the text of the error (Go 1.25). */
export function parseUrl(text: string): Url | string {
  const [before, fragment] = cut(text, '#');
  const url = parsed(before, false);
  return typeof url === 'string'
    ? url
    : (faultOf(text, () => unescape(fragment, 'fragment')) ?? { ...url, fragment });
}

/** url.ParseRequestURI: an absolute URL or path without a fragment, or the text of the error. */
export const parseRequestUrl = (text: string): Url | string => parsed(text, true);

function parsed(text: string, viaRequest: boolean): Url | string {
  let url: Url | undefined;
  return faultOf(text, () => (url = parse(text, viaRequest))) ?? url!;
}

function faultOf(text: string, read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (fault) {
    if (fault instanceof Fault) return `parse ${quote(text)}: ${fault.message}`;
    throw fault;
  }
}

function cut(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function parse(text: string, viaRequest: boolean): Url {
  if (/[\0-\x1f\x7f]/.test(text)) throw new Fault('net/url: invalid control character in URL');
  if (!text && viaRequest) throw new Fault('empty url');
  if (text === '*') return { scheme: '', host: '', query: '', fragment: '' };
  const [scheme, afterScheme] = schemeOf(text);
  const [rest, query] = cut(afterScheme, '?');
  if (!rest.startsWith('/')) {
    if (scheme) return { scheme, host: '', query, fragment: '' };
    if (viaRequest) throw new Fault('invalid URI for request');
    if (cut(rest, '/')[0].includes(':')) throw new Fault('first path segment in URL cannot contain colon');
  }
  return {
    scheme,
    query,
    fragment: '',
    ...hierarchical(rest, scheme !== '' || (!viaRequest && !rest.startsWith('///'))),
  };
}

function schemeOf(text: string): [scheme: string, rest: string] {
  if (text.startsWith(':')) throw new Fault('missing protocol scheme');
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
  return scheme === undefined ? ['', text] : [scheme.toLowerCase(), text.slice(scheme.length + 1)];
}

function hierarchical(rest: string, mayHaveHost: boolean): Pick<Url, 'host' | 'user'> {
  if (!mayHaveHost || !rest.startsWith('//')) {
    unescape(rest, 'path');
    return { host: '' };
  }
  const authority = /^[^/]*/.exec(rest.slice(2))![0];
  const found = authorityOf(authority);
  unescape(rest.slice(2 + authority.length), 'path');
  return found;
}

function authorityOf(authority: string): Pick<Url, 'host' | 'user'> {
  const at = authority.lastIndexOf('@');
  const host = hostOf(authority.slice(at + 1));
  if (at < 0) return { host };
  const user = authority.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) throw new Fault('net/url: invalid userinfo');
  unescape(user, 'user');
  return { host, user };
}

function hostOf(host: string): string {
  const bracketed = host.startsWith('[');
  const end = host.lastIndexOf(']');
  if (bracketed && end < 0) throw new Fault("missing ']' in host");
  const colon = bracketed ? end + 1 : host.lastIndexOf(':');
  const port = colon < 0 ? '' : host.slice(colon);
  if (!/^(?::\d*)?$/.test(port)) throw new Fault(`invalid port ${quote(port)} after host`);
  unescape(host, 'host');
  return host;
}

/** Checks escapes, and in a host all characters. */
function unescape(text: string, part: 'path' | 'host' | 'user' | 'fragment'): void {
  for (const [escape] of text.matchAll(/%(?![0-9a-fA-F]{2})[^]{0,2}/g)) {
    throw new Fault(`invalid URL escape ${quote(escape)}`);
  }
  if (part !== 'host') return;
  const ascii = /%(?!25)[0-7][0-9a-fA-F]/.exec(text)?.[0];
  if (ascii) throw new Fault(`invalid URL escape ${quote(ascii)}`);
  const wrong = /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.exec(text)?.[0];
  if (wrong) throw new Fault(`invalid character ${quote(wrong)} in host name`);
}
