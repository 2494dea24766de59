import type { LabelSelector, LabelSelectorRequirement } from '../../schema/types';

type Labels = { readonly [label: string]: string };

/** Whether a selector selects an object with some labels (LabelSelectorAsSelector, apimachinery 1.36). */
export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): boolean {
  const has = (label: string) => Object.hasOwn(labels, label);
  return (
    Object.entries(matchLabels).every(([label, value]) => has(label) && labels[label] === value) &&
    matchExpressions.every((requirement) => meets(requirement, has(requirement.key ?? ''), labels))
  );
}

function meets({ key = '', operator, values = [] }: LabelSelectorRequirement, has: boolean, labels: Labels) {
  switch (operator) {
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    case 'In':
      return has && values.includes(labels[key]);
    default:
      return !has || !values.includes(labels[key]);
  }
}

/** Whether a selector selects everything. */
export const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  !Object.keys(matchLabels).length && !matchExpressions.length;
