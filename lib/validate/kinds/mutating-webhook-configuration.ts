import { warnOfStaticSuffix } from '../warnings/static-suffix';
import type { Strategy } from './strategy';

export const MUTATING_WEBHOOK_CONFIGURATION: Strategy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  generationSince: 0,
  genericMetadata: true,
  warn: warnOfStaticSuffix,
};
