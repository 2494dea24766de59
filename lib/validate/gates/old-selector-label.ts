import type { Field } from '../field';
import type { LabelSelector, LabelSelectorRequirement } from '../schema/types';

const OLD_LABEL = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';

/**
 * Conditions on the label by which policy/v1beta1 selected nothing are dropped, unless there is nothing else:
 * Convert_v1_PodDisruptionBudget_To_policy_PodDisruptionBudget, pkg/apis/policy/v1 1.36, and
 * dropDisabledFields, pkg/registry/policy/poddisruptionbudget 1.37.
 */
export function dropOldLabel(selector: LabelSelector, at: Field): void {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (!matchExpressions.some(isOld)) return;
  if (matchExpressions.length === 1 && !Object.keys(matchLabels).length && isThere(matchExpressions[0])) {
    return;
  }
  matchExpressions.forEach((requirement, index) => {
    if (!isOld(requirement)) return;
    at.field('matchExpressions')
      .index(index)
      .droppedFor(`only policy/v1beta1 knew the label ${OLD_LABEL}`, 'remove the condition');
  });
  selector.matchExpressions = matchExpressions.filter((requirement) => !isOld(requirement));
}

const isOld = ({ key }: LabelSelectorRequirement) => key === OLD_LABEL;

const isThere = ({ operator, values }: LabelSelectorRequirement) => operator === 'Exists' && !values?.length;
