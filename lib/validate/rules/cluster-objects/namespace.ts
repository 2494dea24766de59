import { defineRule, type Rule } from '../../rule';
import { judgeFinalizerNames } from '../metadata';

/** ValidateNamespace, pkg/apis/core/validation 1.36: the server names the list, not the item. */
export const NAMESPACE_FINALIZERS = defineRule<Rule<readonly string[]>>({
  id: 'namespace-finalizers',
  stage: 'judge',
  mistake: 'a finalizer of a Namespace that is malformed or has no domain',
  suggestion: 'remove `spec.finalizers`: the server adds its own',
  judge: judgeFinalizerNames,
});
