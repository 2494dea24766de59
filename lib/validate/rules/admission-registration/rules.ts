import { list } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { NamedRuleWithOperations, RuleWithOperations } from '../../schema/types';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeResources } from './resources';
import { judgeWord, OPERATIONS, SCOPES } from './words';

/** validateRuleWithOperations, pkg/apis/admissionregistration/validation 1.36. */
export const ADMISSION_RULE = defineRule<Rule<RuleWithOperations>>({
  id: 'admission-rule',
  stage: 'judge',
  mistake:
    'a rule of a webhook or policy without operations, groups, versions or resources, or with "*" among others',
  suggestion: 'list what the rule applies to, or "*" alone',
  judge(rule, at) {
    const { operations = [], apiGroups = [], apiVersions = [] } = rule;
    judgeOperations(operations, at.field('operations'));
    judgeNames(apiGroups, 'API groups', at.field('apiGroups'));
    judgeNames(apiVersions, 'API versions', at.field('apiVersions'));
    apiVersions.forEach((version, index) => {
      if (!version) at.field('apiVersions').index(index).required('', { suggestion: 'name the version' });
    });
    judgeResources(rule.resources ?? [], at.field('resources'));
    judgeWord(rule.scope, SCOPES, at.field('scope'));
  },
});

function judgeOperations(operations: readonly string[], at: Field): void {
  if (!operations.length) at.required('', { suggestion: 'list operations, such as CREATE, or "*" for all' });
  judgeStar(operations, 'operations', at, 'admissionregistration.OperationType');
  operations.forEach((operation, index) => judgeWord(operation, OPERATIONS, at.index(index)));
}

function judgeNames(names: readonly string[], what: string, at: Field): void {
  if (!names.length) at.required('', { suggestion: `list ${what}, or "*" for all` });
  judgeStar(names, what, at);
}

/** A star must be alone; `type` is Go's name of an item's type. */
function judgeStar(items: readonly string[], what: string, at: Field, type = 'string'): void {
  if (items.length < 2 || !items.includes('*')) return;
  at.invalid(list(items, type), `if '*' is present, must not specify other ${what}`, {
    suggestion: 'keep * alone',
  });
}

/** validateNamedRuleWithOperations, 1.36. */
export function judgeNamedRule(rule: NamedRuleWithOperations, at: Field): void {
  const seen = new Set<string>();
  rule.resourceNames?.forEach((name, index) => {
    const place = at.field('resourceNames').index(index);
    place.invalidEach(name, PATH_SEGMENT_NAME(name));
    if (seen.has(name)) place.duplicate(name);
    seen.add(name);
  });
  at.apply(ADMISSION_RULE, rule);
}
