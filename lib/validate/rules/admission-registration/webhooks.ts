import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { MutatingWebhook } from '../../schema/types';
import { judgeLabelSelector } from '../labels';
import { judgeWebhookClient } from '../webhook-client';
import { MATCH_CONDITIONS } from './match-conditions';
import { REVIEW_VERSIONS } from './review-versions';
import { ADMISSION_RULE } from './rules';
import { FAILURE_POLICIES, judgeWord, MATCH_POLICIES, REINVOCATION_POLICIES, SIDE_EFFECTS } from './words';

const LONGEST = 30;

/**
 * validateValidatingWebhookConfiguration and validateMutatingWebhookConfiguration,
 * pkg/apis/admissionregistration/validation 1.36: a validating webhook has no reinvocation policy.
 */
export const WEBHOOKS = defineRule<Rule<readonly MutatingWebhook[]>>({
  id: 'admission-webhooks',
  stage: 'judge',
  mistake: 'a webhook without a full name, a client, or its side effects, or with a value out of range',
  suggestion: 'set `name`, `clientConfig`, `sideEffects` and `admissionReviewVersions`',
  judge(webhooks, at) {
    const names = new Set<string>();
    webhooks.forEach((webhook, index) => {
      const { name, admissionReviewVersions: versions = [] } = webhook;
      const place = at.index(index);
      judgeWebhook(webhook, place);
      place.field('admissionReviewVersions').apply(REVIEW_VERSIONS, versions);
      if (!name) return;
      if (names.has(name)) place.field('name').duplicate(name);
      names.add(name);
    });
  },
});

function judgeWebhook(webhook: MutatingWebhook, at: Field): void {
  const { rules = [], timeoutSeconds, namespaceSelector, objectSelector } = webhook;
  judgeName(webhook.name ?? '', at.field('name'));
  rules.forEach((rule, index) => at.field('rules').index(index).apply(ADMISSION_RULE, rule));
  judgeWord(webhook.failurePolicy, FAILURE_POLICIES, at.field('failurePolicy'));
  judgeWord(webhook.matchPolicy, MATCH_POLICIES, at.field('matchPolicy'));
  judgeSideEffects(webhook.sideEffects, at.field('sideEffects'));
  if (timeoutSeconds !== undefined && (timeoutSeconds > LONGEST || timeoutSeconds < 1)) {
    at.field('timeoutSeconds').invalid(
      timeoutSeconds,
      `the timeout value must be between 1 and ${LONGEST} seconds`,
      { suggestion: `use 1 to ${LONGEST}` },
    );
  }
  if (namespaceSelector) judgeLabelSelector(namespaceSelector, at.field('namespaceSelector'));
  if (objectSelector) judgeLabelSelector(objectSelector, at.field('objectSelector'));
  judgeWord(webhook.reinvocationPolicy, REINVOCATION_POLICIES, at.field('reinvocationPolicy'));
  judgeWebhookClient(webhook.clientConfig ?? {}, at.field('clientConfig'));
  at.field('matchConditions').apply(MATCH_CONDITIONS, webhook.matchConditions ?? []);
}

/** IsFullyQualifiedName, apimachinery util/validation 1.36. */
function judgeName(name: string, at: Field): void {
  const hint = { suggestion: 'use a name such as "pods.policy.example.com"' };
  const messages = dnsSubdomain(name);
  if (!name) {
    at.required('', hint);
  } else if (messages.length) {
    at.invalid(name, messages.join(','), hint);
  } else if (name.split('.').length < 3) {
    at.invalid(name, 'should be a domain with at least three segments separated by dots', hint);
  }
}

function judgeSideEffects(effects: string | undefined, at: Field): void {
  if (effects !== undefined) return judgeWord(effects, SIDE_EFFECTS, at);
  at.required(`must specify one of ${SIDE_EFFECTS.join(', ')}`, { suggestion: 'set sideEffects: None' });
}
