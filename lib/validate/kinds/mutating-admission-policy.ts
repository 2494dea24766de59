import { warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const MUTATING_ADMISSION_POLICY: Strategy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicy',
  generationSince: 0,
  genericMetadata: true,
  warn: warnOfStaticSuffix,
};
