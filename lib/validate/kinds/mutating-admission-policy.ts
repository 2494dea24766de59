import { defaultPolicy } from '../defaults/admission-registration';
import { MUTATING_POLICY } from '../rules/admission-registration/policies';
import type { MutatingAdmissionPolicy } from '../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const MUTATING_ADMISSION_POLICY: Strategy<MutatingAdmissionPolicy> = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicy',
  generationSince: 0,
  genericMetadata: true,
  applyDefaults: defaultPolicy,

  /**
   * ValidateMutatingAdmissionPolicy, pkg/apis/admissionregistration/validation 1.36. Expressions are not
   * compiled, and whether the user may read the parameters depends on the cluster.
   */
  validate(policy, at) {
    at.field('spec').apply(MUTATING_POLICY, policy.spec ?? {});
    judgeStaticSuffix(policy, at);
  },

  warn: warnOfStaticSuffix,
};
