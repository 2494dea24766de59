import { defineRule, type Rule } from '../rule';
import type { Secret } from '../schema/types';
import type { Strategy } from './strategy';

export const SECRET: Strategy<Secret> = {
  apiVersion: 'v1',
  kind: 'Secret',

  /** SetDefaults_Secret, pkg/apis/core/v1 1.36. */
  applyDefaults(secret) {
    secret.type ||= 'Opaque';
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

/** Where the certificate or the key is at fault, the finding is there. */
export const TLS = defineRule<Rule<Secret>>({
  id: 'secret-tls',
  stage: 'warn',
  mistake: 'a Secret of type `kubernetes.io/tls` whose certificate and key do not match',
  suggestion: 'put the certificate in `tls.crt` and its key in `tls.key`, both in PEM',
  judge(secret, at) {
    const { keyPairProblem } = require('../warnings/key-pair') as typeof import('../warnings/key-pair'); // loads node:crypto
    const problem = keyPairProblem(textOf(secret, CERTIFICATE), textOf(secret, KEY));
    if (!problem) return;
    const key = problem.part === 'certificate' ? CERTIFICATE : KEY;
    const field = secret.stringData?.[key] === undefined ? 'data' : 'stringData';
    at.field(field).key(key).warn(problem.text);
  },
});

/** A server writes stringData over data. */
const textOf = ({ data, stringData }: Secret, key: string) =>
  stringData?.[key] ?? Buffer.from(data?.[key] ?? '', 'base64').toString('latin1');
