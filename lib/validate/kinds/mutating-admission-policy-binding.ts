import { defaultMatchResources } from '../defaults/admission-registration';
import { MUTATING_BINDING } from '../rules/admission-registration/bindings';
import type { MutatingAdmissionPolicyBinding } from '../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const MUTATING_ADMISSION_POLICY_BINDING: Strategy<MutatingAdmissionPolicyBinding> = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicyBinding',
  generationSince: 0,
  genericMetadata: true,

  /** SetDefaults_MatchResources, pkg/apis/admissionregistration/v1 1.36. */
  applyDefaults({ spec }) {
    if (spec?.matchResources) defaultMatchResources(spec.matchResources);
  },

  /**
   * ValidateMutatingAdmissionPolicyBinding, pkg/apis/admissionregistration/validation 1.36. Whether the user
   * may read the parameters depends on the cluster.
   */
  validate(binding, at) {
    at.field('spec').apply(MUTATING_BINDING, binding.spec ?? {});
    judgeStaticSuffix(binding, at);
  },

  warn: warnOfStaticSuffix,
};
