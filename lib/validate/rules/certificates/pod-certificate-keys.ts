import { parseCertificateRequest } from '../../../go/x509/certificate-request';
import { type PublicKey, sizeOf } from '../../../go/x509/public-key';
import type { Field } from '../../field';
import { attempt, bytesOf } from './bytes';

const LIMIT = 10 * 1024;
const RSA_SIZES = [3072, 4096];
const WEAK_CURVE = 'P-224';

/** validateStubPKCS10Request, pkg/apis/certificates/validation 1.37. */
export function judgeStub(stub: string, at: Field): void {
  const bytes = bytesOf(stub);
  if (bytes.length > LIMIT) return at.tooLong(LIMIT);
  const parsed = attempt(() => parseCertificateRequest(bytes));
  if ('problem' in parsed) return at.invalidWhole('must be a valid PKCS#10 CSR');
  const { value: request } = parsed;
  const weak = at.reports(() => judgeStrength(request.publicKey, at));
  if (!weak && 'problem' in attempt(() => request.checkSignature())) at.invalidWhole('invalid signature');
}

function judgeStrength(key: PublicKey | undefined, at: Field): void {
  if (!key || !('key' in key)) {
    return at.invalidWhole('unknown public key type; supported types are Ed25519, ECDSA, and RSA');
  }
  if (key.type === 'ECDSA' && key.curve === WEAK_CURVE) {
    at.invalid(`curve ${key.curve}`, 'elliptic public keys must use curve P256, P384, or P521');
  }
  if (key.type === 'RSA' && !RSA_SIZES.includes(sizeOf(key.modulus))) {
    at.invalid(`${sizeOf(key.modulus)}-bit modulus`, 'RSA keys must have modulus size 3072 or 4096');
  }
}
