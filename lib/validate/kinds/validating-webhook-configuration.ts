import { defaultWebhook } from '../defaults/admission-registration';
import type { ValidatingWebhookConfiguration } from '../schema/types';
import { WEBHOOK_CONFIGURATION } from './shared/webhook-configuration';
import type { Strategy } from './strategy';

export const VALIDATING_WEBHOOK_CONFIGURATION: Strategy<ValidatingWebhookConfiguration> = {
  ...WEBHOOK_CONFIGURATION,
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',

  /** SetDefaults_ValidatingWebhook, pkg/apis/admissionregistration/v1 1.36. */
  applyDefaults({ webhooks = [] }) {
    webhooks.forEach(defaultWebhook);
  },
};
