import type { Field } from '../../field';
import { strings } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { PolicyRule } from '../../schema/types';
import { isDeclared } from '../declared';

export interface PolicyRulesSubject {
  readonly rules?: readonly PolicyRule[];
  readonly namespaced: boolean;
}

/** Rules of Roles and ClusterRoles: ValidatePolicyRule, pkg/apis/rbac/validation 1.30 to 1.37. */
export const POLICY_RULES = defineRule<Rule<PolicyRulesSubject>>({
  id: 'policy-rules',
  stage: 'judge',
  mistake: 'a rule of a Role or ClusterRole without verbs, API groups or resources, or with URLs as well',
  suggestion:
    'list `verbs`, `apiGroups` and `resources`, or in a ClusterRole `verbs` and `nonResourceURLs`; the core API group is ""',
  judge({ rules = [], namespaced }, at) {
    rules.forEach((rule, index) => {
      if (!isDeclared(at)) {
        judgeVerbs(rule, at.index(index), 'verbs must contain at least one value');
      }
      judgeScope(rule, namespaced, at.index(index));
    });
  },
});

/** Missing verbs, as servers of 1.37 and later report them: Validate_PolicyRule, pkg/apis/rbac/v1 1.37. */
export const DECLARED_VERBS: Rule<readonly PolicyRule[] | undefined> = {
  id: POLICY_RULES.id,
  judge(rules = [], at) {
    if (isDeclared(at)) rules.forEach((rule, index) => judgeVerbs(rule, at.index(index)));
  },
};

function judgeVerbs({ verbs = [] }: PolicyRule, at: Field, detail?: string): void {
  if (!verbs.length) at.field('verbs').required(detail, { suggestion: 'list verbs, such as get and list' });
}

/** A rule is about resources or about URLs. */
function judgeScope(rule: PolicyRule, namespaced: boolean, at: Field): void {
  const { apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
  if (nonResourceURLs.length) {
    const urls = at.field('nonResourceURLs');
    if (namespaced) {
      urls.invalid(strings(nonResourceURLs), 'namespaced rules cannot apply to non-resource URLs', {
        suggestion: 'use a ClusterRole for non-resource URLs',
      });
    }
    if (apiGroups.length || resources.length || resourceNames.length) {
      urls.invalid(
        strings(nonResourceURLs),
        'rules cannot apply to both regular resources and non-resource URLs',
        { suggestion: 'write one rule for the resources, and another for the URLs' },
      );
    }
    return;
  }
  if (!apiGroups.length) {
    at.field('apiGroups').required('resource rules must supply at least one api group', {
      suggestion: 'list API groups; "" is the core group',
    });
  }
  if (!resources.length) {
    at.field('resources').required('resource rules must supply at least one resource', {
      suggestion: 'list resources by their plural names, such as pods',
    });
  }
}
