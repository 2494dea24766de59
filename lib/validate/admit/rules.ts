import { defineRule } from '../rule';

export const LIMIT_RANGE_EXCEEDED = defineRule({
  id: 'limit-range-exceeded',
  stage: 'admit',
  configurable: true,
  mistake: 'a Pod or PersistentVolumeClaim outside the limits of a LimitRange among the manifests',
  suggestion: 'set requests and limits that the LimitRange allows, or change the LimitRange',
});

export const QUOTA_EXCEEDED = defineRule({
  id: 'quota-exceeded',
  stage: 'admit',
  configurable: true,
  mistake: 'more objects or resources than a ResourceQuota among the manifests allows',
  suggestion: 'raise the quota, or use less',
});

export const POLICY_DENIED = defineRule({
  id: 'policy-denied',
  stage: 'admit',
  configurable: true,
  mistake: 'an object that a ValidatingAdmissionPolicy among the manifests denies',
  suggestion: 'change the object as the message of the policy says, or the policy',
});

export const POLICY_WARNING = defineRule({
  id: 'policy-warning',
  stage: 'admit',
  level: 'warning',
  configurable: true,
  mistake: 'an object that a ValidatingAdmissionPolicy among the manifests warns about, or only audits',
  suggestion: 'change the object as the message of the policy says, or the policy',
});

export const ADMISSION_HOOK = defineRule({
  id: 'admission-hook',
  stage: 'admit',
  level: 'info',
  configurable: true,
  mistake:
    'a webhook or MutatingAdmissionPolicy that may change or refuse other manifests, which is not checked',
  suggestion: 'validate the manifests with a server that has it: `kubectl create --dry-run=server`',
});

export const QUOTA_NEEDS_RESOURCES = defineRule({
  id: 'quota-needs-resources',
  stage: 'admit',
  configurable: true,
  mistake: 'a container without a request or limit that a ResourceQuota among the manifests counts',
  suggestion: 'set the request or limit, or add a LimitRange with a default for it',
});
