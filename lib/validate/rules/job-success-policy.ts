import type { Field } from '../field';
import { quote } from '../../go/format';
import { defineRule, type Rule } from '../rule';
import type { JobSpec, SuccessPolicyRule } from '../schema/types';
import { atoi } from '../../go/atoi';
import { COUNT } from './counts';

const MOST_RULES = 20;
const MOST_TEXT = 64 * 1024;

/** Which Pods are enough: validateSuccessPolicy, pkg/apis/batch/validation 1.36. */
export const SUCCESS_POLICY = defineRule<Rule<JobSpec>>({
  id: 'job-success-policy',
  stage: 'judge',
  mistake: 'a success policy rule with malformed indexes or counts',
  suggestion: 'use indexes such as `0,2-5`, and a count that does not exceed them',
  judge({ successPolicy: { rules = [] } = {}, completions }, at) {
    const place = at.field('rules');
    if (!rules.length) {
      place.required('at least one rules must be specified when the successPolicy is specified');
    }
    if (rules.length > MOST_RULES) place.tooMany(rules.length, MOST_RULES);
    if (completions !== undefined) {
      rules.forEach((rule, index) => judgeRule(rule, completions, place.index(index)));
    }
  },
});

/** validateSuccessPolicyRule, 1.36. */
function judgeRule(
  { succeededIndexes, succeededCount }: SuccessPolicyRule,
  completions: number,
  at: Field,
): void {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    at.required('at least one of succeededCount or succeededIndexes must be specified', {
      suggestion: 'set succeededCount or succeededIndexes',
    });
  }
  const total =
    succeededIndexes === undefined
      ? undefined
      : judgeIndexes(succeededIndexes, completions, at.field('succeededIndexes'));
  if (succeededCount === undefined) return;
  const place = at.field('succeededCount');
  place.apply(COUNT, succeededCount);
  if (succeededCount > completions) {
    place.invalid(
      succeededCount,
      `must be less than or equal to ${completions} (the number of specified completions)`,
    );
  }
  if (total !== undefined && succeededCount > total) {
    place.invalid(
      succeededCount,
      `must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`,
    );
  }
}

/** How many indexes a text such as `0,2-4` names; 0 when it is none. */
function judgeIndexes(text: string, completions: number, at: Field): number {
  if (Buffer.byteLength(text) > MOST_TEXT) at.tooLong(MOST_TEXT);
  const total = countIndexes(text, completions);
  if (typeof total === 'number') return total;
  at.invalid(text, `error parsing succeededIndexes: ${total}`, {
    suggestion: 'use numbers and ranges in ascending order, such as "0,2-4"',
  });
  return 0;
}

/** validateIndexesFormat, 1.36: the number, or what is wrong. */
function countIndexes(text: string, completions: number): number | string {
  if (!text) return 0;
  let last: number | undefined;
  let total = 0;
  for (const part of text.split(',')) {
    const interval = intervalOf(part, completions);
    if (typeof interval === 'string') return interval;
    const [first, end] = interval;
    if (last !== undefined && last >= first) return disorder(last, first);
    total += end - first + 1;
    last = end;
  }
  return total;
}

const disorder = (previous: number, current: number) =>
  `non-increasing order, previous: ${previous}, current: ${current}`;

/** parseIndexInterval, 1.36. */
function intervalOf(text: string, completions: number): readonly [number, number] | string {
  const limits = text.split('-');
  if (limits.length > 2) {
    return `the fragment ${quote(text)} violates the requirement that an index interval can have at most two parts separated by '-'`;
  }
  const [first, end] = limits.map((limit) => indexOf(limit, completions));
  if (typeof first === 'string' || end === undefined) {
    return typeof first === 'string' ? first : [first, first];
  }
  if (typeof end === 'string') return end;
  return first >= end ? disorder(first, end) : [first, end];
}

function indexOf(text: string, completions: number): number | string {
  const index = atoi(text);
  if (typeof index === 'string') return `cannot convert string to integer for index: ${quote(text)}`;
  return index >= completions ? `too large index: ${quote(text)}` : Number(index);
}
