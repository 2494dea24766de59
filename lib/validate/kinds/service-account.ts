import type { Rule } from '../rule';
import { warnAt } from '../warnings/warn-at';
import { type AnyObject, NO_DEFAULTS, NO_RULES, type Strategy } from './strategy';
import { DEPRECATED_ANNOTATION } from '../warnings/annotations';

interface ServiceAccount extends AnyObject {
  secrets?: { name?: string }[];
}

export const SERVICE_ACCOUNT: Strategy<ServiceAccount> = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  applyDefaults: NO_DEFAULTS,

  /** ValidateServiceAccount, pkg/apis/core/validation 1.36: of its metadata alone. */
  validate: NO_RULES,

  /** WarningsOnCreate, pkg/registry/core/serviceaccount 1.32 to 1.36. */
  warn({ metadata: { annotations = {} } = {} }, at) {
    if (at.minor < 32 || !Object.hasOwn(annotations, MOUNTABLE_SECRETS)) return;
    at.field('metadata', 'annotations').key(MOUNTABLE_SECRETS).apply(MOUNTABLE, undefined);
  },

  /** Of secrets only their names are kept: cleanSecretReferences, pkg/registry/core/serviceaccount 1.36. */
  complete(account) {
    account.secrets = account.secrets?.map(({ name }) => ({ name }));
  },
};

const MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets';

const MOUNTABLE: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, at) =>
    warnAt(at, 'deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets'),
};
