import { pemBlocks } from '../../../go/pem';
import { type CertificateRequest, parseCertificateRequest } from '../../../go/x509/certificate-request';
import type { CertificateSigningRequestSpec } from '../../schema/types';
import { attempt, bytesOf } from './bytes';

/** Type of the PEM block that a request is in. */
export const REQUEST_BLOCK = 'CERTIFICATE REQUEST';

/** A CertificateSigningRequest with what its request contains. */
export interface SigningRequestSubject {
  readonly spec: CertificateSigningRequestSpec;
  /** The request, or the text of Go's error; undefined without a block of the type. */
  readonly request: { readonly value: CertificateRequest } | { readonly problem: string } | undefined;
}

/** Reads the request (ParseCSR, pkg/apis/certificates 1.30 to 1.37). */
export function signingRequestOf(spec: CertificateSigningRequestSpec): SigningRequestSubject {
  const [block] = pemBlocks(bytesOf(spec.request).toString('latin1'));
  const request =
    block?.type === REQUEST_BLOCK ? attempt(() => parseCertificateRequest(block.bytes)) : undefined;
  return { spec, request };
}
