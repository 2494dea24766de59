import { defaultWebhook } from '../defaults/admission-registration';
import type { MutatingWebhookConfiguration } from '../schema/types';
import { WEBHOOK_CONFIGURATION } from './shared/webhook-configuration';
import type { Strategy } from './strategy';

export const MUTATING_WEBHOOK_CONFIGURATION: Strategy<MutatingWebhookConfiguration> = {
  ...WEBHOOK_CONFIGURATION,
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',

  /** SetDefaults_MutatingWebhook, pkg/apis/admissionregistration/v1 1.36. */
  applyDefaults({ webhooks = [] }) {
    webhooks.forEach((webhook) => {
      defaultWebhook(webhook);
      webhook.reinvocationPolicy ??= 'Never';
    });
  },
};
