import type { AnyObject } from '../../kinds/kind';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { Verdict } from '../../verdict';

interface Secret extends AnyObject {
  readonly type?: string;
  readonly data?: { readonly [key: string]: string };
  readonly stringData?: { readonly [key: string]: string };
}

const CERTIFICATE = 'tls.crt';
const KEY = 'tls.key';

/** warningsForSecret, pkg/registry/core/secret 1.30 to 1.36. */
export function warnOfSecret(secret: Secret, path: FieldPath, verdict: Verdict): void {
  if (secret.type === 'kubernetes.io/tls') verdict.apply(TLS, secret, path);
}

/** Where the certificate or the key is at fault, the finding is there. */
export const TLS = defineRule<Rule<Secret>>({
  id: 'secret-tls',
  stage: 'warn',
  mistake: 'a Secret of type `kubernetes.io/tls` whose certificate and key do not fit',
  suggestion: 'put the certificate in `tls.crt` and its key in `tls.key`, both in PEM',
  judge(secret, path, verdict) {
    const { keyPairProblem } = require('./key-pair') as typeof import('./key-pair'); // loads node:crypto
    const problem = keyPairProblem(textOf(secret, CERTIFICATE), textOf(secret, KEY));
    if (!problem) return;
    const key = problem.part === 'certificate' ? CERTIFICATE : KEY;
    const field = secret.stringData?.[key] === undefined ? 'data' : 'stringData';
    verdict.warn(path.child(field).key(key), problem.text);
  },
});

/** A server writes stringData over data. */
const textOf = ({ data, stringData }: Secret, key: string) =>
  stringData?.[key] ?? Buffer.from(data?.[key] ?? '', 'base64').toString('latin1');
