import { MAX_INT64, type Quantity } from '../../../apimachinery/quantity';
import { quantity } from '../../../apimachinery/parse-quantity';
import type { Field } from '../../field';
import type { CapacityRequestPolicyRange, Scalar } from '../../schema/types';

/** A range and the default that has to be in it. */
interface Range {
  readonly usual: Quantity;
  readonly min: Quantity;
  readonly max?: Quantity;
  readonly step?: Quantity;
}

interface Stepped extends Range {
  readonly step: Quantity;
}

/** validateRequestPolicyRange, 1.36 and 1.37. */
export function judgeRange(
  range: CapacityRequestPolicyRange,
  usual: Quantity,
  most: Quantity,
  at: Field,
): void {
  if (range.min === undefined) return at.field('min').required('required when validRange is defined');
  const bounds: Range = {
    usual,
    min: quantity(range.min),
    max: given(range.max),
    step: given(range.step),
  };
  judgeBounds(bounds, most, at);
  if (bounds.step) judgeStep({ ...bounds, step: bounds.step }, most, at);
}

const given = (amount: Scalar | undefined) => (amount === undefined ? undefined : quantity(amount));

/** The field of the default: servers take it for a part of the range since 1.37. */
const defaultOf = (at: Field) => at.field('default').shownAt(at.sibling('default'));

/** Up to 1.36, the bound is named that the default violates. */
function judgeBounds({ usual, min, max }: Range, most: Quantity, at: Field): void {
  const [ofMin, ofMax] = [at.field('min'), at.field('max')];
  const ofDefault = at.minor >= 37 ? defaultOf(at) : undefined;
  if (min.compare(most) > 0) ofMin.invalid(`${min}`, `min is larger than capacity value: ${most}`);
  if (usual.compare(min) < 0) (ofDefault ?? ofMin).invalid(`${usual}`, `default is less than min: ${min}`);
  if (!max) return;
  if (min.compare(max) > 0) ofMax.invalid(`${min}`, `min is larger than max: ${max}`);
  if (max.compare(most) > 0) ofMax.invalid(`${max}`, `max is larger than capacity value: ${most}`);
  if (usual.compare(max) > 0) (ofDefault ?? ofMax).invalid(`${usual}`, `default is more than max: ${max}`);
}

type Amount = readonly [amount: Quantity, at: Field];

const amountsOf = ({ usual, min, max, step }: Range, at: Field): readonly Amount[] => [
  [usual, defaultOf(at)],
  [min, at.field('min')],
  ...(max ? [[max, at.field('max')] as const] : []),
  ...(step ? [[step, at.field('step')] as const] : []),
];

/**
 * The feature gate DRAFractionalCapacityRange is off: servers round up before they count steps. Up to 1.36
 * they break down if that makes a step of zero; what they say since then is the same mistake.
 */
function judgeStep(range: Stepped, most: Quantity, at: Field): void {
  const { usual, min, max, step } = range;
  const place = at.field('step');
  if (step.sign() === 0 || (step.sign() < 0 && at.minor >= 37)) {
    return place.invalid(`${step}`, 'must be greater than zero');
  }
  const next = min.plus(step);
  if (next.compare(most) > 0) {
    place.invalid(`${step}`, `one step ${next} is larger than capacity value: ${most}`);
  }
  const isCountable = at.minor < 37 && step.roundedUp() !== 0n;
  if (!isCountable && at.reports(() => judgeNumbers(range, at))) return;
  for (const amount of max ? [usual, max] : [usual]) {
    if (isStep(amount, range)) continue;
    place.invalid(`${amount}`, `value is not a multiple of a given step (${step}) from (${min})`);
  }
}

/** validateInt64Range, 1.37. */
function judgeNumbers(range: Range, at: Field): void {
  for (const [amount, place] of amountsOf(range, at)) {
    if (amount.sign() < 0) place.invalid(`${amount}`, 'must be greater than or equal to 0');
    else if (amount.compare(LARGEST) > 0) place.invalid(`${amount}`, `must not be larger than ${LARGEST}`);
  }
}

const LARGEST = quantity(String(MAX_INT64));

/** validateRequestPolicyRangeStep, 1.36, with what Go makes of too large a number. */
const isStep = (amount: Quantity, { min, step }: Stepped): boolean =>
  BigInt.asIntN(64, amount.roundedUp() - min.roundedUp()) % step.roundedUp() === 0n;
