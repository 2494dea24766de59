import type { Field } from '../../field';
import type {
  FieldSelectorAttributes,
  FieldSelectorRequirement,
  LabelSelectorAttributes,
} from '../../schema/types';
import { judgeLabelRequirement, judgeOperator } from '../labels';

/**
 * validateFieldSelectorAttributes, pkg/apis/authorization/validation 1.32 to 1.37. Clients newer than the
 * server may know other operators.
 */
export function judgeFieldSelector(selector: FieldSelectorAttributes, at: Field): void {
  judgeForm(selector, at);
  selector.requirements?.forEach((requirement, index) =>
    judgeFieldRequirement(requirement, at.field('requirements').index(index)),
  );
}

/** validateLabelSelectorAttributes, pkg/apis/authorization/validation 1.32 to 1.37. */
export function judgeLabelSelectorAttributes(selector: LabelSelectorAttributes, at: Field): void {
  judgeForm(selector, at);
  selector.requirements?.forEach((requirement, index) =>
    judgeLabelRequirement(requirement, at.field('requirements').index(index), { anyOperator: true }),
  );
}

function judgeForm(
  { rawSelector, requirements = [] }: FieldSelectorAttributes | LabelSelectorAttributes,
  at: Field,
): void {
  if (rawSelector && requirements.length) {
    at.field('rawSelector').invalid(rawSelector, 'may not specified at the same time as requirements', {
      suggestion: 'remove rawSelector or requirements',
    });
  } else if (!rawSelector && !requirements.length) {
    at.field('requirements').required(`when ${at} is specified, requirements or rawSelector is required`, {
      suggestion: `list requirements, or remove ${at.last}`,
    });
  }
}

/** ValidateFieldSelectorRequirement, apimachinery 1.36. */
function judgeFieldRequirement({ key, operator, values }: FieldSelectorRequirement, at: Field): void {
  if (!key) at.field('key').required('must be specified');
  judgeOperator({ operator, values }, at, true);
}
