import { matchesType } from './matches-type';
import { callOf } from './types';

/**
 * Checks the arguments of a public constructor or method before they are used.
 *
 * @param name `Class` or `Class.method`
 * @throws Error with all that is wrong, the construct path where one of the arguments is a scope, and the
 * user's source line
 */
export function checkArguments(name: string, ...given: readonly unknown[]): void {
  const { parameters } = callOf(name);
  for (let index = 0; index < parameters.length; index++) {
    const { type, required } = parameters[index];
    if (given[index] === undefined ? required : !matchesType(given[index], type)) {
      return throwMisuse(name, given);
    }
  }
}

function throwMisuse(name: string, given: readonly unknown[]): void {
  const { argumentError } = require('./misuse') as typeof import('./misuse');
  const misuse = argumentError(name, given);
  if (misuse) throw misuse;
}
