import { matchesRegexp, regexpProblem } from '../../go/regexp';
import { spend } from '../values/meter';
import { fail, noSuchOverload, type Value } from '../values/value';
import { type Library, untyped } from './declare';

/** A test of two texts; values of other types have none. */
const test = (name: string, holds: (text: string, part: string) => boolean): Library =>
  untyped(
    (text: Value, part: Value) =>
      typeof text === 'string' && typeof part === 'string' ? holds(text, part) : noSuchOverload(),
    `string.${name}(string) -> bool`,
  );

/** What finding a pattern in a text takes. */
export const stepsOf = (pattern: string, text: string) => (text.length * pattern.length) >> 3;

function matches(text: Value, pattern: Value): Value {
  if (typeof text !== 'string') return fail('no such overload');
  if (typeof pattern !== 'string') return noSuchOverload();
  spend(stepsOf(pattern, text));
  return matchesRegexp(pattern, text) ?? fail(regexpProblem(pattern)!);
}

/** Texts as the standard library tests them. */
export const TEXTS: readonly Library[] = [
  test('contains', (text, part) => text.includes(part)),
  test('endsWith', (text, part) => text.endsWith(part)),
  test('startsWith', (text, part) => text.startsWith(part)),
  untyped(matches, 'matches(string, string) -> bool', 'string.matches(string) -> bool'),
];
