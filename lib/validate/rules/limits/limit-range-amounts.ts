import { goFixed } from '../../../go/float';
import { GoValue } from '../../../go/format';
import type { Field, Hint } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { LimitRangeItem } from '../../schema/types';
import { amountOf, parseQuantity } from '../../../apimachinery/parse-quantity';
import { MAX_INT64, type Quantity } from '../../../apimachinery/quantity';
import { allowsOvercommit } from '../resource-names';
import { copiedFrom, isRefused, type List, LISTS } from './limit-range-lists';

/** An amount that must not be greater than another. */
interface Order {
  readonly low: List;
  readonly high: List;
  /** Field that the server reports it on, and the amount that it shows there. */
  readonly field: List;
  readonly shown: 'low' | 'high';
  readonly text: string;
}

/** In the server's order. */
const ORDERS: readonly Order[] = [
  { low: 'min', high: 'max', field: 'min', shown: 'low', text: 'min value # is greater than max value #' },
  {
    low: 'min',
    high: 'defaultRequest',
    field: 'defaultRequest',
    shown: 'high',
    text: 'min value # is greater than default request value #',
  },
  {
    low: 'defaultRequest',
    high: 'max',
    field: 'defaultRequest',
    shown: 'low',
    text: 'default request value # is greater than max value #',
  },
  {
    low: 'defaultRequest',
    high: 'default',
    field: 'defaultRequest',
    shown: 'low',
    text: 'default request value # is greater than default limit value #',
  },
  {
    low: 'min',
    high: 'default',
    field: 'default',
    shown: 'low',
    text: 'min value # is greater than default value #',
  },
  {
    low: 'default',
    high: 'max',
    field: 'default',
    shown: 'high',
    text: 'default value # is greater than max value #',
  },
];

/** Amounts of one resource, by the lists that have one. */
type Amounts = { [list in List]?: Quantity };

/** How the amounts of each resource compare: the last part of ValidateLimitRange, 1.36. */
export const AMOUNTS = defineRule<Rule<LimitRangeItem>>({
  id: 'limit-range-amounts',
  stage: 'judge',
  mistake:
    'a minimum, a default or a maximum that is greater than the next, or a ratio that nothing can meet',
  suggestion: 'keep `min` ≤ `defaultRequest` ≤ `default` ≤ `max`, and the ratio between 1 and `max` / `min`',
  judge(item, at) {
    for (const resource of resourcesOf(item)) {
      const amounts = amountsOf(item, resource);
      for (const order of ORDERS) judgeOrder(order, amounts, resource, item, at);
      judgeRatio(amounts, at.field('maxLimitRequestRatio').key(resource));
      judgeOvercommit(amounts, resource, at.field('defaultRequest').key(resource));
    }
  },
});

/** Of defaults for Pods, a server looks no further than that there are some. */
const comparedOf = ({ type }: LimitRangeItem) => LISTS.filter((list) => !isRefused(list, type));

const resourcesOf = (item: LimitRangeItem) =>
  new Set(comparedOf(item).flatMap((list) => Object.keys(item[list] ?? {})));

function amountsOf(item: LimitRangeItem, resource: string): Amounts {
  const lists = comparedOf(item).filter((list) => Object.hasOwn(item[list] ?? {}, resource));
  return Object.fromEntries(lists.map((list) => [list, amountOf(item[list]![resource])]));
}

function judgeOrder(
  { low, high, field, shown, text }: Order,
  amounts: Amounts,
  resource: string,
  item: LimitRangeItem,
  at: Field,
): void {
  const [least, most] = [amounts[low], amounts[high]];
  if (!least || !most) return;
  amounts[low] = least.comparedWith(most);
  if (least.compare(most) <= 0) return;
  const words = text.split('#');
  at.field(field)
    .key(resource)
    .invalid(inGo(amounts[shown === 'low' ? low : high]!), `${words[0]}${least}${words[1]}${most}`, {
      suggestion: `decrease ${low} or increase ${high}`,
      ...followed(item, field, resource, at),
    });
}

/** A mistake of an amount that defaulting copied is that of the original. */
function followed(item: LimitRangeItem, field: List, resource: string, at: Field): Hint | undefined {
  if (!copiedFrom(item, field, resource)) return undefined;
  return { follows: LISTS.filter((list) => list !== field).map((list) => at.field(list).key(resource)) };
}

const ONE = parseQuantity('1') as Quantity;
/** MaxMilliValue, apimachinery api/resource 1.36. */
const MAX_MILLI = MAX_INT64 / 1000n;

function judgeRatio({ min, max, maxLimitRequestRatio: ratio }: Amounts, at: Field): void {
  if (!ratio) return;
  if (ratio.compare(ONE) < 0) {
    at.invalid(inGo(ratio), `ratio ${ratio} is less than 1`, { suggestion: 'use 1 or more' });
  }
  if (!min || !max) return;
  const isSmall = [ratio, min, max].every((amount) => amount.roundedUp() < MAX_MILLI);
  const value = (amount: Quantity) => Number(isSmall ? amount.thousandths() : amount.roundedUp());
  const limit = value(max) / value(min);
  if (value(ratio) / (isSmall ? 1000 : 1) > limit) {
    at.invalid(inGo(ratio), `ratio ${ratio} is greater than max/min = ${goFixed(limit)}`, {
      suggestion: 'decrease the ratio, or min',
    });
  }
}

/** Of huge pages, GPUs and the like, limits and requests are the same. */
function judgeOvercommit(amounts: Amounts, resource: string, at: Field): void {
  const { default: limit, defaultRequest: request } = amounts;
  if (!limit || !request || allowsOvercommit(resource) || limit.compare(request) === 0) return;
  at.invalid(
    inGo(request),
    `default value ${limit} must equal to defaultRequest value ${request} in ${resource}`,
    { suggestion: `set both to ${limit}` },
  );
}

const inGo = (amount: Quantity) => new GoValue(amount.toString(), amount.goSyntax(String(amount)));
