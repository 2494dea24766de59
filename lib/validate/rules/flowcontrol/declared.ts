import type { Field } from '../../field';
import type { Rule } from '../../rule';
import type { LimitResponse, PriorityLevelConfigurationSpec } from '../../schema/types';
import { isDeclared } from '../declared';
import { PRIORITY_LEVEL } from './priority-level';

/**
 * What is missing of a priority level or does not belong to its type, as servers of 1.37 and later report it:
 * Validate_PriorityLevelConfigurationSpec, pkg/apis/flowcontrol/v1 1.37.
 */
export const DECLARED_PRIORITY_LEVEL: Rule<PriorityLevelConfigurationSpec> = {
  id: PRIORITY_LEVEL.id,
  judge({ type, limited, exempt }, at) {
    if (!isDeclared(at)) return;
    if (exempt && type !== 'Exempt') at.field('exempt').forbidden('');
    judgeMember(limited, type === 'Limited', at.field('limited'));
    if (!type) at.field('type').required();
    if (limited) judgeResponse(limited.limitResponse ?? {}, at.field('limited', 'limitResponse'));
  },
};

function judgeResponse({ type, queuing }: LimitResponse, at: Field): void {
  judgeMember(queuing, type === 'Queue', at.field('queuing'));
  if (!type) at.field('type').required();
}

/** A part that one type requires, and all others forbid. */
function judgeMember(part: object | undefined, required: boolean, at: Field): void {
  if (required && !part) at.required();
  if (!required && part) at.forbidden('');
}
