import { defaultWebhook } from '../defaults/admission-registration';
import { WEBHOOKS } from '../rules/admission-registration/webhooks';
import type { MutatingWebhookConfiguration } from '../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../warnings/static-suffix';
import { warnOfExcludedResources } from '../warnings/webhook-rules';
import type { Strategy } from './strategy';

export const MUTATING_WEBHOOK_CONFIGURATION: Strategy<MutatingWebhookConfiguration> = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  generationSince: 0,
  genericMetadata: true,

  /** SetDefaults_MutatingWebhook, pkg/apis/admissionregistration/v1 1.36. */
  applyDefaults({ webhooks = [] }) {
    webhooks.forEach((webhook) => {
      defaultWebhook(webhook);
      webhook.reinvocationPolicy ??= 'Never';
    });
  },

  /** ValidateMutatingWebhookConfiguration, pkg/apis/admissionregistration/validation 1.36. */
  validate(object, at) {
    at.field('webhooks').apply(WEBHOOKS, object.webhooks ?? []);
    judgeStaticSuffix(object, at);
  },

  warn(object, at) {
    warnOfStaticSuffix(object, at);
    warnOfExcludedResources(object.webhooks ?? [], at.field('webhooks'));
  },
};
