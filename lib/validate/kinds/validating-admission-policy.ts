import { warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const VALIDATING_ADMISSION_POLICY: Strategy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  generationSince: 0,
  genericMetadata: true,
  warn: warnOfStaticSuffix,
};
