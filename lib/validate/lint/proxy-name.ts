const PROGRAM = /(?:^|[-_/])(?:proxy|ambassador|pgbouncer|envoy|mcrouter|tunnel)(?:$|[-_:0-9])/i;

/** A word that ends in `proxy`: `haproxy`. */
const PROXY = /(?:^|[-/])\w*proxy(?:$|[-_:0-9])/i;

/** The same behind the first `_` of a word: one behind another finds nothing more. */
const PROXY_BEHIND = /(?:^|\W)[a-z0-9]*_\w*proxy(?:$|[-_:0-9])/i;

/** Whether a name, or that of an image, is one of a program that passes on connections. */
export const namesProxy = (name: string) =>
  PROGRAM.test(name) || (/proxy/i.test(name) && (PROXY.test(name) || PROXY_BEHIND.test(name)));
