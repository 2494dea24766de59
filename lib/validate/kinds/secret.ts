import { defineRule, type Rule } from '../rule';
import { SECRET_DATA } from '../rules/secret/data';
import { entriesOf } from '../rules/secret/entries';
import { SECRET_TYPE } from '../rules/secret/type';
import type { Secret } from '../schema/types';
import type { Strategy } from './strategy';

export const SECRET: Strategy<Secret> = {
  apiVersion: 'v1',
  kind: 'Secret',

  /** SetDefaults_Secret, pkg/apis/core/v1 1.36. */
  applyDefaults(secret) {
    secret.type ||= 'Opaque';
  },

  /** ValidateSecret, pkg/apis/core/validation 1.30 to 1.37. */
  validate(secret, at) {
    const entries = entriesOf(secret);
    at.apply(SECRET_DATA, entries);
    at.apply(SECRET_TYPE, { secret, entries });
  },

  /** warningsForSecret, pkg/registry/core/secret 1.30 to 1.36. */
  warn(secret, at) {
    if (secret.type === 'kubernetes.io/tls') at.apply(TLS, secret);
  },

  /** Convert_v1_Secret_To_core_Secret, pkg/apis/core/v1 1.36. */
  complete(secret) {
    const texts = Object.entries(secret.stringData ?? {}).map(([key, text]) => [
      key,
      Buffer.from(text).toString('base64'),
    ]);
    if (texts.length) secret.data = { ...secret.data, ...Object.fromEntries(texts) };
    secret.stringData = undefined;
  },
};

const CERTIFICATE = 'tls.crt';
const KEY = 'tls.key';

/** Where the certificate or the key is at fault, the finding is there. If one is missing, it is refused. */
export const TLS = defineRule<Rule<Secret>>({
  id: 'secret-tls',
  stage: 'warn',
  mistake: 'a Secret of type `kubernetes.io/tls` whose certificate and key do not match',
  suggestion: 'put the certificate in `tls.crt` and its key in `tls.key`, both in PEM',
  judge(secret, at) {
    const { [CERTIFICATE]: certificate, [KEY]: secretKey } = entriesOf(secret);
    if (!certificate || !secretKey) return;
    const { keyPairProblem } = require('../warnings/key-pair') as typeof import('../warnings/key-pair'); // loads node:crypto
    const problem = keyPairProblem(certificate.bytes.toString('latin1'), secretKey.bytes.toString('latin1'));
    if (!problem) return;
    const [key, { field }] = problem.part === 'certificate' ? [CERTIFICATE, certificate] : [KEY, secretKey];
    at.field(field).key(key).warn(problem.text);
  },
});
