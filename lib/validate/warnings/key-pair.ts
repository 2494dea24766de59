import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

/** What is wrong with a certificate and its key, and with which of them. */
export interface KeyPairProblem {
  readonly part: 'certificate' | 'key';
  readonly text: string;
}

interface Block {
  readonly type: string;
  readonly der: Buffer;
}

/**
 * As Go's tls.X509KeyPair says it (crypto/tls of Go 1.26); of a certificate that cannot be read, the most
 * frequent of its texts.
 */
export function keyPairProblem(certificate: string, key: string): KeyPairProblem | undefined {
  const leaf = firstBlock(certificate, (type) => type === 'CERTIFICATE');
  if (Array.isArray(leaf)) return { part: 'certificate', text: noCertificate(leaf) };
  const secret = firstBlock(key, isPrivateKey);
  if (Array.isArray(secret)) return { part: 'key', text: noKey(secret) };
  return mismatch(leaf as Block, secret as Block);
}

const isPrivateKey = (type: string) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');

const PEM =
  /^-----BEGIN ([^\n]*?)-----[ \t]*\r?\n(?:[^\n:]+:[^\n]*\n)*([\w+/=\s]*?)-----END \1-----[ \t]*\r?$/gm;

/** The first block of a wanted type, or the types of all that were skipped. */
function firstBlock(text: string, isWanted: (type: string) => boolean): Block | string[] {
  const skipped: string[] = [];
  for (const [, type, body] of text.matchAll(PEM)) {
    if (isWanted(type)) return { type, der: Buffer.from(body, 'base64') };
    skipped.push(type);
  }
  return skipped;
}

function noCertificate(skipped: readonly string[]): string {
  if (skipped.length === 0) return 'tls: failed to find any PEM data in certificate input';
  if (skipped.length === 1 && skipped[0].endsWith('PRIVATE KEY')) {
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  }
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${skipped.join(' ')}]`;
}

function noKey(skipped: readonly string[]): string {
  if (skipped.length === 0) return 'tls: failed to find any PEM data in key input';
  if (skipped.length === 1 && skipped[0] === 'CERTIFICATE') {
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  }
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${skipped.join(' ')}]`;
}

function mismatch(leaf: Block, secret: Block): KeyPairProblem | undefined {
  const certificate = attempt(() => new X509Certificate(leaf.der));
  const shown = certificate && attempt(() => certificate.publicKey);
  if (!shown) return { part: 'certificate', text: 'x509: malformed certificate' };
  if (certificate.raw.length < leaf.der.length) return { part: 'certificate', text: 'x509: trailing data' };
  const key = privateKey(secret.der);
  if (!key) return { part: 'key', text: 'tls: failed to parse private key' };
  if (shown.asymmetricKeyType !== key.asymmetricKeyType) {
    return { part: 'key', text: 'tls: private key type does not match public key type' };
  }
  const own = createPublicKey(key);
  return own.equals(shown) ? undefined : { part: 'key', text: 'tls: private key does not match public key' };
}

/** Whatever the block's type says, all forms are tried. */
function privateKey(der: Buffer): KeyObject | undefined {
  const forms = ['pkcs1', 'pkcs8', 'sec1'] as const;
  for (const type of forms) {
    const key = attempt(() => createPrivateKey({ key: der, format: 'der', type }));
    if (key) return key;
  }
  return undefined;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
