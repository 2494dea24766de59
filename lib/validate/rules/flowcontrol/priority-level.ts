import { named } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type {
  ExemptPriorityLevelConfiguration,
  LimitedPriorityLevelConfiguration,
  PriorityLevelConfigurationSpec,
} from '../../schema/types';
import { isDeclared } from '../declared';
import { judgeLimitResponse, judgeType } from './limit-response';

const EXEMPT = 'exempt';
const TYPES = ['Exempt', 'Limited'];

export interface PriorityLevelSubject {
  readonly name: string;
  readonly spec: PriorityLevelConfigurationSpec;
}

/** ValidatePriorityLevelConfigurationSpec, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export const PRIORITY_LEVEL = defineRule<Rule<PriorityLevelSubject>>({
  id: 'priority-level',
  stage: 'judge',
  mistake:
    'a PriorityLevelConfiguration with a wrong type, without its limits, or with a number out of range',
  suggestion: 'use the type Limited with `limited`; only the object `exempt` is of type Exempt',
  judge({ name, spec }, at) {
    const { type = '', limited, exempt } = spec;
    if ((name === EXEMPT) !== (type === 'Exempt')) judgeExempt(type, at.field('type'));
    const declared = isDeclared(at);
    if (type === 'Exempt') {
      if (limited && !declared) at.field('limited').forbidden('must be nil if the type is not Limited');
      if (exempt) judgeShares(exempt, at.field('exempt'));
    } else if (type === 'Limited') {
      if (exempt && !declared) at.field('exempt').forbidden('must be nil if the type is Limited');
      if (limited) judgeLimited(limited, at.field('limited'));
      else if (!declared) at.field('limited').required('must not be empty when type is Limited');
    } else {
      judgeType(type, TYPES, at.field('type'));
    }
  },
});

function judgeExempt(type: string, at: Field): void {
  const text = at.minor >= 34 ? "must be 'Exempt' if and only if `name` is 'exempt'" : OLD_TEXT;
  const suggestion =
    type === 'Exempt' ? 'use Limited' : 'use another name: servers make this object themselves';
  at.invalid(named(type), text, { suggestion });
}

const OLD_TEXT = "type must be 'Exempt' if and only if name is 'exempt'";

/** ValidateLimitedPriorityLevelConfiguration, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeLimited(limited: LimitedPriorityLevelConfiguration, at: Field): void {
  const { nominalConcurrencyShares: shares = 0, lendablePercent, borrowingLimitPercent: limit } = limited;
  if (shares < 0) at.field('nominalConcurrencyShares').invalid(shares, 'must be a non-negative integer');
  judgeLimitResponse(limited.limitResponse ?? {}, at.field('limitResponse'));
  judgePercent(lendablePercent, at.field('lendablePercent'));
  if (limit !== undefined && limit < 0) {
    at.field('borrowingLimitPercent').invalid(limit, 'if specified, must be a non-negative integer');
  }
}

/** ValidateExemptPriorityLevelConfiguration, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeShares(exempt: ExemptPriorityLevelConfiguration, at: Field): void {
  const { nominalConcurrencyShares: shares, lendablePercent } = exempt;
  if (shares !== undefined && shares < 0) {
    at.field('nominalConcurrencyShares').invalid(shares, 'must be a non-negative integer');
  }
  judgePercent(lendablePercent, at.field('lendablePercent'));
}

function judgePercent(percent: number | undefined, at: Field): void {
  if (percent !== undefined && !(percent >= 0 && percent <= 100)) {
    at.invalid(percent, 'must be between 0 and 100, inclusive');
  }
}
