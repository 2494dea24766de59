import type { Field } from '../../field';
import { WEBHOOKS } from '../../rules/admission-registration/webhooks';
import type { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from '../../schema/types';
import { judgeStaticSuffix, warnOfStaticSuffix } from '../../warnings/static-suffix';
import { warnOfExcludedResources } from '../../warnings/webhook-rules';

type Configuration = MutatingWebhookConfiguration | ValidatingWebhookConfiguration;

/** What the strategies of both kinds of webhook configurations have in common. */
export const WEBHOOK_CONFIGURATION = {
  generationSince: 0,
  genericMetadata: true,

  /**
   * ValidateValidatingWebhookConfiguration and ValidateMutatingWebhookConfiguration,
   * pkg/apis/admissionregistration/validation 1.36.
   */
  validate(object: Configuration, at: Field) {
    at.field('webhooks').apply(WEBHOOKS, object.webhooks ?? []);
    judgeStaticSuffix(object, at);
  },

  warn(object: Configuration, at: Field) {
    warnOfStaticSuffix(object, at);
    warnOfExcludedResources(object.webhooks ?? [], at.field('webhooks'));
  },
};
