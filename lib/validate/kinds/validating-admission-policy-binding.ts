import { defaultMatchResources } from '../defaults/admission-registration';
import { REQUIRED_OF_BINDING, VALIDATING_BINDING } from '../rules/admission-registration/bindings';
import type { ValidatingAdmissionPolicyBinding } from '../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const VALIDATING_ADMISSION_POLICY_BINDING: Strategy<ValidatingAdmissionPolicyBinding> = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  generationSince: 0,
  genericMetadata: true,

  /** SetDefaults_MatchResources, pkg/apis/admissionregistration/v1 1.36. */
  applyDefaults({ spec }) {
    if (spec?.matchResources) defaultMatchResources(spec.matchResources);
  },

  /**
   * ValidateValidatingAdmissionPolicyBinding, pkg/apis/admissionregistration/validation 1.36. Whether a user
   * may read the parameters depends on the cluster.
   */
  validate(binding, at) {
    const { spec = {} } = binding;
    at.field('spec').apply(VALIDATING_BINDING, spec);
    judgeStaticSuffix(binding, at);
    at.field('spec').apply(REQUIRED_OF_BINDING, spec);
  },

  warn: warnOfStaticSuffix,
};
