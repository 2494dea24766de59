import { isAscii } from '../asn1';
import { parseUrl } from '../url';
import { quote } from '../format';
import { Der, SEQUENCE, X509Error } from './der';

const EMAIL = 1;
const DNS = 2;
const URI = 6;
const IP = 7;

const KINDS: { readonly [tag: number]: string } = {
  [EMAIL]: 'rfc822Name',
  [DNS]: 'dNSName',
  [URI]: 'uniformResourceIdentifier',
};

/** parseSANExtension, crypto/x509 of Go 1.26: throws what is wrong with alternative names. */
export function checkAlternativeNames(value: Buffer): void {
  const names = new Der(value).read(SEQUENCE, 'x509: invalid subject alternative names');
  while (!names.empty) {
    const { tag, content } = names.any('x509: invalid subject alternative name');
    const kind = tag ^ 0x80;
    if (KINDS[kind] && !isAscii(content)) throw new X509Error(`x509: SAN ${KINDS[kind]} is malformed`);
    if (kind === URI) checkUri(content.toString('latin1'));
    if (kind === IP && ![4, 16].includes(content.length)) {
      throw new X509Error(`x509: cannot parse IP address of length ${content.length}`);
    }
  }
}

function checkUri(text: string): void {
  const url = parseUrl(text, true);
  if (typeof url === 'string') throw new X509Error(`x509: cannot parse URI ${quote(text)}: ${url}`);
  if (url.host && !isDomain(url.host, false)) {
    throw new X509Error(`x509: cannot parse URI ${quote(text)}: invalid domain`);
  }
}

/** domainNameValid: labels of visible characters; a constraint may begin with a dot. */
export function isDomain(text: string, constraint: boolean): boolean {
  if (!text) return true;
  const labels = (constraint && text.startsWith('.') ? text.slice(1) : text).split('.');
  return labels.every((label) => /^[!-~]+$/.test(label));
}
