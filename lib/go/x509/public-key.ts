import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  BIT_STRING,
  type BitString,
  NOTHING,
  OBJECT_IDENTIFIER,
  RAW_VALUE,
  rightAligned,
  struct,
} from '../asn1';
import { Der, SEQUENCE, X509Error } from './der';

/** pkix.AlgorithmIdentifier. */
export interface Algorithm {
  readonly algorithm: string;
  readonly parameters: { readonly element: Buffer };
}

export const ALGORITHM = struct<Algorithm>('AlgorithmIdentifier', {
  algorithm: { type: OBJECT_IDENTIFIER },
  parameters: { type: RAW_VALUE, fallback: { value: NOTHING } },
});

/** publicKeyInfo of crypto/x509. */
export interface PublicKeyInfo {
  readonly algorithm: Algorithm;
  readonly publicKey: BitString;
}

export const PUBLIC_KEY_INFO = struct<PublicKeyInfo>('publicKeyInfo', {
  algorithm: { type: ALGORITHM },
  publicKey: { type: BIT_STRING },
});

/** A public key, by the algorithm: one without a KeyObject verifies nothing. */
export type PublicKey =
  | {
      readonly type: 'RSA';
      readonly modulus: bigint;
      readonly exponent: bigint;
      readonly key: KeyObject | undefined;
    }
  | { readonly type: 'ECDSA'; readonly curve: string; readonly key: KeyObject }
  | { readonly type: 'Ed25519'; readonly key: KeyObject | undefined }
  | { readonly type: 'DSA' | 'X25519' };

/** The size of a key's modulus in whole bytes, counted in bits. */
export const sizeOf = (modulus: bigint) => 8 * Math.ceil(modulus.toString(2).length / 8);

interface Curve {
  readonly name: string;
  readonly short: string;
  /** Length of a coordinate in bytes. */
  readonly size: number;
}

const CURVES: { readonly [oid: string]: Curve } = {
  '1.2.840.10045.3.1.7': { name: 'P-256', short: 'P256', size: 32 },
  '1.3.132.0.33': { name: 'P-224', short: 'P224', size: 28 },
  '1.3.132.0.34': { name: 'P-384', short: 'P384', size: 48 },
  '1.3.132.0.35': { name: 'P-521', short: 'P521', size: 66 },
};

/** A NULL, as an element. */
export const NULL = Buffer.from([5, 0]);

type Parse = (info: PublicKeyInfo, element: Buffer) => PublicKey;

const PARSERS: { readonly [oid: string]: Parse } = {
  '1.2.840.113549.1.1.1': rsaKey,
  '1.2.840.10040.4.1': dsaKey,
  '1.2.840.10045.2.1': ecdsaKey,
  '1.3.101.110': x25519Key,
  '1.3.101.112': ed25519Key,
};

/** parsePublicKey, crypto/x509 of Go 1.26; undefined if the algorithm is unknown. */
export function parsePublicKey(info: PublicKeyInfo, element: Buffer): PublicKey | undefined {
  return PARSERS[info.algorithm.algorithm]?.(info, element);
}

function rsaKey({ algorithm, publicKey }: PublicKeyInfo, element: Buffer): PublicKey {
  if (!algorithm.parameters.element.equals(NULL)) {
    throw new X509Error('x509: RSA key missing NULL parameters');
  }
  const der = new Der(rightAligned(publicKey)).read(SEQUENCE, 'x509: invalid RSA public key');
  const modulus = der.integer('x509: invalid RSA modulus');
  const exponent = der.integer('x509: invalid RSA public exponent');
  if (BigInt.asIntN(64, exponent) !== exponent) throw new X509Error('x509: invalid RSA public exponent');
  if (modulus <= 0n) throw new X509Error('x509: RSA modulus is not a positive number');
  if (exponent <= 0n) throw new X509Error('x509: RSA public exponent is not a positive number');
  return { type: 'RSA', modulus, exponent, key: keyOf(element) };
}

function ecdsaKey({ algorithm, publicKey }: PublicKeyInfo, element: Buffer): PublicKey {
  const oid = new Der(algorithm.parameters.element).oid('x509: invalid ECDSA parameters');
  const curve = CURVES[oid];
  if (!curve) throw new X509Error('x509: unsupported elliptic curve');
  const bytes = rightAligned(publicKey);
  if (bytes[0] !== 4) throw new X509Error('ecdsa: invalid uncompressed public key');
  if (bytes.length !== 1 + 2 * curve.size) throw new X509Error(`invalid ${curve.short} point encoding`);
  const key = keyOf(element);
  if (!key) throw new X509Error(`${curve.short} point not on curve`);
  return { type: 'ECDSA', curve: curve.name, key };
}

function ed25519Key({ algorithm, publicKey }: PublicKeyInfo, element: Buffer): PublicKey {
  if (algorithm.parameters.element.length) {
    throw new X509Error('x509: Ed25519 key encoded with illegal parameters');
  }
  if (publicKey.bytes.length !== 32) throw new X509Error('x509: wrong Ed25519 public key size');
  return { type: 'Ed25519', key: keyOf(element) };
}

function x25519Key({ algorithm, publicKey }: PublicKeyInfo): PublicKey {
  if (algorithm.parameters.element.length) {
    throw new X509Error('x509: X25519 key encoded with illegal parameters');
  }
  if (publicKey.bytes.length !== 32) throw new X509Error('crypto/ecdh: invalid public key');
  return { type: 'X25519' };
}

function dsaKey({ algorithm, publicKey }: PublicKeyInfo): PublicKey {
  const problem = 'x509: invalid DSA parameters';
  const y = new Der(rightAligned(publicKey)).integer('x509: invalid DSA public key');
  const parameters = new Der(algorithm.parameters.element).read(SEQUENCE, problem);
  const numbers = [y, ...[1, 2, 3].map(() => parameters.integer(problem))];
  if (numbers.some((number) => number <= 0n)) throw new X509Error('x509: zero or negative DSA parameter');
  return { type: 'DSA' };
}

/** Undefined if OpenSSL refuses it, such as a point that is not on the curve. */
function keyOf(element: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key: element, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
