import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { KubectlError } from '../../errors';
import { type PemBlock, pemBlocks } from '../../../go/pem';

/** Refuses a certificate and a private key that do not belong together (tls.X509KeyPair). */
export function checkKeyPair(certificate: string, key: string): void {
  const [block] = certificateBlocks(certificate);
  const keyBlock = privateKeyBlock(key);
  const leaf = certificateOf(block);
  const privateKey = privateKeyOf(keyBlock);
  const type = leaf.publicKey.asymmetricKeyType;
  if (type !== 'rsa' && type !== 'ec' && type !== 'ed25519') {
    throw new KubectlError('tls: unknown public key algorithm');
  }
  if (privateKey.asymmetricKeyType !== type) {
    throw new KubectlError('tls: private key type does not match public key type');
  }
  if (!leaf.checkPrivateKey(privateKey)) throw new KubectlError('tls: private key does not match public key');
}

function certificateBlocks(text: string): PemBlock[] {
  const blocks = pemBlocks(text);
  const certificates = blocks.filter(({ type }) => type === 'CERTIFICATE');
  if (certificates.length) return certificates;
  if (!blocks.length) throw new KubectlError('tls: failed to find any PEM data in certificate input');
  if (blocks.length === 1 && blocks[0].type.endsWith('PRIVATE KEY')) {
    throw new KubectlError(
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
    );
  }
  throw new KubectlError(
    `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: ${typesOf(blocks)}`,
  );
}

function privateKeyBlock(text: string): PemBlock {
  const blocks = pemBlocks(text);
  const key = blocks.find(({ type }) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'));
  if (key) return key;
  if (!blocks.length) throw new KubectlError('tls: failed to find any PEM data in key input');
  if (blocks.length === 1 && blocks[0].type === 'CERTIFICATE') {
    throw new KubectlError('tls: found a certificate rather than a key in the PEM for the private key');
  }
  throw new KubectlError(
    `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: ${typesOf(blocks)}`,
  );
}

const typesOf = (blocks: readonly PemBlock[]) => `[${blocks.map(({ type }) => type).join(' ')}]`;

function certificateOf({ bytes }: PemBlock): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new KubectlError('x509: malformed certificate');
  }
}

function privateKeyOf({ bytes }: PemBlock): KeyObject {
  for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: bytes, format: 'der', type });
    } catch {
      continue;
    }
  }
  throw new KubectlError('tls: failed to parse private key');
}
