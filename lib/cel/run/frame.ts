import type { CelEvaluationError } from '../errors';
import type { Value } from '../values/value';

/** A fault in place of a value: who reads it, fails with it. */
export class Failure {
  constructor(readonly error: CelEvaluationError) {}
}

/** The values that an evaluation works with. */
export interface Frame {
  readonly variables: Pick<ReadonlyMap<string, Value>, 'get'>;
  /** Variables of loops, by their places. */
  readonly locals: (Value | Failure)[];
}

export type Run = (frame: Frame) => Value;

/** A part of an expression, ready to run; constant parts have their value. */
export interface Part {
  readonly run: Run;
  readonly constant?: { readonly value: Value };
}

export const constant = (value: Value): Part => ({ run: () => value, constant: { value } });
