import { warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const VALIDATING_WEBHOOK_CONFIGURATION: Strategy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  generationSince: 0,
  genericMetadata: true,
  warn: warnOfStaticSuffix,
};
