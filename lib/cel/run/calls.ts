import { callOverload, type Overload } from '../functions/declare';
import { CelEvaluationError } from '../errors';
import { List } from '../values/collections';
import { charge, spend } from '../values/meter';
import type { Value } from '../values/value';
import { type CallCost, callCostOf } from './costs';
import type { Part, Run } from './frame';

/** A function that evaluates all of its arguments. */
export function functionRun(name: string, overloads: readonly Overload[], operands: readonly Part[]): Run {
  const runs = operands.map(({ run }) => run);
  const costOf = callCostOf(name, overloads);
  return (frame) => {
    const values = runs.map((run) => run(frame));
    spend(stepsOf(values));
    if (costOf) return charged(values, costOf, () => callOverload(name, overloads, values));
    charge(1);
    return callOverload(name, overloads, values);
  };
}

/** What fails has a cost as well. */
function charged(values: readonly Value[], costOf: CallCost, call: () => Value): Value {
  let result: Value | undefined;
  try {
    result = call();
  } catch (error) {
    if (error instanceof CelEvaluationError) charge(costOf(values, undefined));
    throw error;
  }
  charge(costOf(values, result));
  return result;
}

/** Long lists and texts take longer. */
function stepsOf(values: readonly Value[]): number {
  let steps = 1;
  for (const value of values) {
    if (typeof value === 'string') steps += value.length >> 4;
    else if (value instanceof List) steps += value.size >> 2;
  }
  return steps;
}
