import { dns1035Label } from '../../../apimachinery/dns';
import { goPlain, goString } from '../../../go/format';
import { list } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type {
  CustomResourceConversion,
  CustomResourceDefinitionSpec,
  WebhookConversion,
} from '../../schema/types';
import { judgeWebhookClient } from '../webhook-client';

/** validateCustomResourceConversion, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const CONVERSION = defineRule<Rule<CustomResourceDefinitionSpec>>({
  id: 'crd-conversion',
  stage: 'judge',
  mistake: 'a conversion of a custom resource that is incomplete, or a webhook that is not used',
  suggestion: 'set `webhook` if `strategy` is Webhook, and remove it otherwise',
  judge({ conversion, preserveUnknownFields }, at) {
    if (!conversion) return;
    const { strategy = '', webhook } = conversion;
    if (preserveUnknownFields && strategy !== 'None') {
      at.field('strategy').invalid(goString(strategy), 'must be None if spec.preserveUnknownFields is true');
    }
    judgeStrategy(strategy, at.field('strategy'));
    if (strategy === 'Webhook') judgeWebhook(webhook, at);
    else judgeUnused(conversion, at);
  },
});

const STRATEGIES = ['None', 'Webhook'];

function judgeStrategy(strategy: string, at: Field): void {
  if (!strategy) at.required('', { suggestion: 'set strategy to None or Webhook' });
  else if (!STRATEGIES.includes(strategy)) at.notSupported(goPlain(strategy), STRATEGIES);
}

/** A server names the fields as its internal type has them. */
const clientAt = (at: Field) => at.field('webhookClientConfig').shownAt(at.field('webhook', 'clientConfig'));
const versionsAt = (at: Field) =>
  at.field('conversionReviewVersions').shownAt(at.field('webhook', 'conversionReviewVersions'));

function judgeWebhook({ clientConfig, conversionReviewVersions }: WebhookConversion = {}, at: Field): void {
  const place = clientAt(at);
  if (clientConfig) judgeWebhookClient(clientConfig, place);
  else place.required('required when strategy is set to Webhook', { suggestion: 'set webhook.clientConfig' });
  judgeReviewVersions(conversionReviewVersions, versionsAt(at));
}

const REVIEW_VERSIONS = ['v1', 'v1beta1'];

/** validateConversionReviewVersions. */
function judgeReviewVersions(versions: readonly string[] = [], at: Field): void {
  if (!versions.length) {
    at.required('', { suggestion: 'set conversionReviewVersions, such as ["v1"]' });
    return;
  }
  versions.forEach((version, index) => {
    if (versions.indexOf(version) < index) at.index(index).invalid(version, 'duplicate version');
    else at.index(index).invalidEach(version, dns1035Label(version));
  });
  if (!versions.some((version) => REVIEW_VERSIONS.includes(version))) {
    at.invalid(list(versions, 'string'), `must include at least one of ${REVIEW_VERSIONS.join(', ')}`, {
      suggestion: 'add "v1"',
    });
  }
}

function judgeUnused({ webhook }: CustomResourceConversion, at: Field): void {
  const detail = 'should not be set when strategy is not set to Webhook';
  const hint = { suggestion: 'remove webhook, or set strategy: Webhook' };
  if (webhook?.clientConfig) clientAt(at).forbidden(detail, hint);
  if (webhook?.conversionReviewVersions?.length) versionsAt(at).forbidden(detail, hint);
}
