import { constants, type KeyObject, type SigningOptions, verify } from 'node:crypto';
import { Asn1Error, INT, struct, unmarshal } from '../asn1';
import { X509Error } from './der';
import { type Algorithm, ALGORITHM, NULL, type PublicKey } from './public-key';

interface Scheme {
  readonly name: string;
  readonly key: 'DSA' | 'ECDSA' | 'Ed25519' | 'RSA';
  /** As Node calls it. */
  readonly hash?: string;
  readonly pss?: boolean;
}

/** signatureAlgorithmDetails, crypto/x509 of Go 1.26. */
const SCHEMES: { readonly [oid: string]: Scheme } = {
  '1.2.840.113549.1.1.4': { name: 'MD5-RSA', key: 'RSA', hash: 'md5' },
  '1.2.840.113549.1.1.5': { name: 'SHA1-RSA', key: 'RSA', hash: 'sha1' },
  '1.3.14.3.2.29': { name: 'SHA1-RSA', key: 'RSA', hash: 'sha1' },
  '1.2.840.113549.1.1.11': { name: 'SHA256-RSA', key: 'RSA', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'SHA384-RSA', key: 'RSA', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'SHA512-RSA', key: 'RSA', hash: 'sha512' },
  '1.2.840.10040.4.3': { name: 'DSA-SHA1', key: 'DSA', hash: 'sha1' },
  '2.16.840.1.101.3.4.3.2': { name: 'DSA-SHA256', key: 'DSA', hash: 'sha256' },
  '1.2.840.10045.4.1': { name: 'ECDSA-SHA1', key: 'ECDSA', hash: 'sha1' },
  '1.2.840.10045.4.3.2': { name: 'ECDSA-SHA256', key: 'ECDSA', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA-SHA384', key: 'ECDSA', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA-SHA512', key: 'ECDSA', hash: 'sha512' },
  '1.3.101.112': { name: 'Ed25519', key: 'Ed25519' },
};

const ED25519 = '1.3.101.112';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

/** Hashes that RSA-PSS is used with, and the salt's length that belongs to each. */
const PSS_HASHES: { readonly [oid: string]: readonly [hash: string, salt: bigint] } = {
  '2.16.840.1.101.3.4.2.1': ['sha256', 32n],
  '2.16.840.1.101.3.4.2.2': ['sha384', 48n],
  '2.16.840.1.101.3.4.2.3': ['sha512', 64n],
};

const PSS_PARAMETERS = struct<{ hash: Algorithm; mask: Algorithm; salt: bigint; trailer: bigint }>(
  'pssParameters',
  {
    hash: { type: ALGORITHM, explicit: true, tag: 0 },
    mask: { type: ALGORITHM, explicit: true, tag: 1 },
    salt: { type: INT, explicit: true, tag: 2 },
    trailer: { type: INT, explicit: true, tag: 3, fallback: { value: 1n } },
  },
);

const UNSUPPORTED = 'x509: cannot verify signature: algorithm unimplemented';
const VERIFICATION = 'crypto/rsa: verification error';

/** What is signed, how and by which key. */
export interface Signed {
  readonly bytes: Buffer;
  readonly signature: Buffer;
  readonly algorithm: Algorithm;
  readonly publicKey: PublicKey | undefined;
}

/** checkSignature, crypto/x509 of Go 1.26, for which SHA-1 is good enough: throws what is wrong. */
export function checkSignature({ bytes, signature, algorithm, publicKey: key }: Signed): void {
  const scheme = schemeOf(algorithm);
  if (!scheme) throw new X509Error(UNSUPPORTED);
  if (scheme.hash === 'md5') {
    throw new X509Error(`x509: cannot verify signature: insecure algorithm ${scheme.name}`);
  }
  if (!key || !('key' in key)) throw new X509Error(UNSUPPORTED);
  if (key.type !== scheme.key) {
    const type = { RSA: '*rsa.PublicKey', ECDSA: '*ecdsa.PublicKey', Ed25519: 'ed25519.PublicKey' }[key.type];
    throw new X509Error(
      `x509: signature algorithm specifies an ${scheme.key} public key, but have public key of type ${type}`,
    );
  }
  if (key.type === 'RSA') {
    checkRsaKey(key);
    const padding = scheme.pss ? PSS : {};
    if (!verified(scheme.hash, bytes, key.key, padding, signature)) {
      throw new X509Error(VERIFICATION);
    }
  } else if (!verified(scheme.hash, bytes, key.key, {}, signature)) {
    throw new X509Error(`x509: ${key.type} verification failure`);
  }
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

/** Whether a signature is right; one that cannot be read is not. */
function verified(
  hash: string | undefined,
  bytes: Buffer,
  key: KeyObject | undefined,
  padding: SigningOptions,
  signature: Buffer,
): boolean {
  try {
    return key !== undefined && verify(hash, bytes, { key, ...padding }, signature);
  } catch {
    return false;
  }
}

/** getSignatureAlgorithmFromAI. */
function schemeOf({ algorithm, parameters }: Algorithm): Scheme | undefined {
  if (algorithm === ED25519 && parameters.element.length) return undefined;
  return algorithm === RSA_PSS ? pssScheme(parameters.element) : SCHEMES[algorithm];
}

function pssScheme(parameters: Buffer): Scheme | undefined {
  try {
    const { hash, mask, salt, trailer } = unmarshal(parameters, PSS_PARAMETERS).value;
    const maskHash = unmarshal(mask.parameters.element, ALGORITHM).value;
    const plain = [hash, maskHash].every(({ parameters: { element } }) => isNothing(element));
    const alike = mask.algorithm === MGF1 && maskHash.algorithm === hash.algorithm;
    const [name, length] = PSS_HASHES[hash.algorithm] ?? [];
    if (!plain || !alike || trailer !== 1n || length !== salt) return undefined;
    return { name: `${name!.toUpperCase()}-RSAPSS`, key: 'RSA', hash: name, pss: true };
  } catch (error) {
    if (error instanceof Asn1Error) return undefined;
    throw error;
  }
}

const isNothing = (element: Buffer) => !element.length || element.equals(NULL);

/** checkKeySize and checkPublicKey, crypto/rsa of Go 1.26. */
function checkRsaKey({ modulus, exponent }: { modulus: bigint; exponent: bigint }): void {
  const bits = modulus.toString(2).length;
  const problems: readonly (readonly [boolean, string])[] = [
    [bits < 1024, `${bits}-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)`],
    [modulus % 2n === 0n, 'public modulus is even'],
    [exponent < 2n, 'public exponent too small or negative'],
    [exponent % 2n === 0n, 'public exponent is even'],
    [exponent > 0x7fffffffn, 'public exponent too large'],
  ];
  const problem = problems.find(([holds]) => holds);
  if (problem) throw new X509Error(`crypto/rsa: ${problem[1]}`);
}
