import { defaultPolicy } from '../defaults/admission-registration';
import { VALIDATING_POLICY } from '../rules/admission-registration/policies';
import { effectiveName } from '../rules/metadata';
import type { ValidatingAdmissionPolicy } from '../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const VALIDATING_ADMISSION_POLICY: Strategy<ValidatingAdmissionPolicy> = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  generationSince: 0,
  genericMetadata: true,
  applyDefaults: defaultPolicy,

  /**
   * ValidateValidatingAdmissionPolicy, pkg/apis/admissionregistration/validation 1.36. Expressions are not
   * compiled, and whether the user may read the parameters depends on the cluster.
   */
  validate(policy, at) {
    const { spec = {}, metadata = {} } = policy;
    at.field('spec').apply(VALIDATING_POLICY, { spec, name: effectiveName(metadata) });
    judgeStaticSuffix(policy, at);
  },

  warn: warnOfStaticSuffix,

  /** A given status is dropped. */
  complete(policy) {
    policy.status = {};
  },
};
