import { CelEvaluationError } from '../errors';
import { isEqual, noSuchOverload, type Value } from '../values/value';
import { charge } from '../values/meter';
import { callCostOf } from './costs';
import type { Part, Run } from './frame';

/**
 * `&&` and `||`: one operand with the deciding value is enough, whatever the others do.
 *
 * @param decisive the value that decides: false of `&&`, true of `||`
 */
export function logical(parts: readonly Part[], decisive: boolean): Run {
  const operands = parts.map(({ run }) => run);
  return (frame) => {
    let fault: unknown;
    for (const operand of operands) {
      try {
        const value = operand(frame);
        if (value === decisive) return decisive;
        if (typeof value !== 'boolean') noSuchOverload();
      } catch (error) {
        if (!(error instanceof CelEvaluationError)) throw error;
        fault ??= error;
      }
    }
    if (fault) throw fault;
    return !decisive;
  };
}

export function conditional([condition, whenTrue, whenFalse]: readonly Part[]): Run {
  return (frame) => {
    const value = condition.run(frame);
    if (value === true) return whenTrue.run(frame);
    return value === false ? whenFalse.run(frame) : noSuchOverload();
  };
}

/** Whether a loop goes on: only a clear no ends it. */
export function notStrictlyFalse([{ run }]: readonly Part[]): Run {
  return (frame) => {
    charge(1);
    try {
      return run(frame) !== false;
    } catch (error) {
      if (error instanceof CelEvaluationError) return true;
      throw error;
    }
  };
}

export function equality([left, right]: readonly Part[], isNegated: boolean): Run {
  const costOf = callCostOf('_==_', [])!;
  return (frame) => {
    const values = [left.run(frame), right.run(frame)] as const;
    charge(costOf(values, undefined));
    return equal(...values, isNegated);
  };
}

/** Values that cannot be compared are at least not equal. */
function equal(left: Value, right: Value, isNegated: boolean): boolean {
  try {
    return isEqual(left, right) !== isNegated;
  } catch (error) {
    if (isNegated && error instanceof CelEvaluationError) return true;
    throw error;
  }
}
