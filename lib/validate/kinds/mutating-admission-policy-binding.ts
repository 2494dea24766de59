import { warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const MUTATING_ADMISSION_POLICY_BINDING: Strategy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicyBinding',
  generationSince: 0,
  genericMetadata: true,
  warn: warnOfStaticSuffix,
};
