import type { Field } from '../field';
import { intOrString } from '../../go/value';
import type { Scalar } from '../schema/types';
import { looseAtoi } from '../../go/atoi';
import { regexError } from '../../apimachinery/messages';

const PERCENT = '[0-9]+%';
const PERCENT_REGEX = new RegExp(`^${PERCENT}$`);
const PERCENT_TEXT = regexError(
  "a valid percent string must be a numeric string followed by an ending '%'",
  PERCENT,
  '1%',
  '93%',
);

/** ValidatePositiveIntOrPercent, pkg/apis/apps/validation 1.36. */
export function judgeIntOrPercent(value: Scalar, at: Field): void {
  if (typeof value === 'number') {
    if (value < 0) {
      at.invalid(value, 'must be greater than or equal to 0', { suggestion: 'use 0 or more' });
    }
  } else if (!PERCENT_REGEX.test(value)) {
    at.invalid(intOrString(value), PERCENT_TEXT, {
      suggestion: 'use a number without quotes, or a string such as "25%"',
    });
  }
}

/** IsNotMoreThan100Percent, 1.36. */
export function judgeAtMostAll(value: Scalar, at: Field): void {
  if (typeof value === 'string' && PERCENT_REGEX.test(value) && intOrPercentValue(value) > 100) {
    at.invalid(intOrString(value), 'must not be greater than 100%', {
      suggestion: 'use "100%" or less',
    });
  }
}

/** getIntOrPercentValue, 1.36: the number of either; 0 for a text that is none. */
export function intOrPercentValue(value: Scalar): number {
  if (typeof value === 'number') return value;
  return looseAtoi(PERCENT_REGEX.test(value) ? value.slice(0, -1) : value);
}
