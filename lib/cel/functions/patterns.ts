import { findAllMatches, regexpProblem } from '../../go/regexp';
import { ListValue } from '../values/collections';
import { spend } from '../values/meter';
import { fail, type Value } from '../values/value';
import { type Library, typed } from './declare';
import { stepsOf } from './texts';

function matchesIn(text: string, pattern: string, most: number): readonly string[] {
  spend(stepsOf(pattern, text));
  return findAllMatches(pattern, text, most) ?? fail(`Illegal regex: ${regexpProblem(pattern)}`);
}

const find = (text: string, pattern: string): Value => matchesIn(text, pattern, 1)[0] ?? '';

const findAll = (text: string, pattern: string, most = -1n): Value =>
  new ListValue(matchesIn(text, pattern, most < 0n ? Infinity : Number(most)));

/** What a pattern finds (library.Regex). */
export const PATTERNS: readonly Library[] = [
  typed({
    'string.find(string) -> string': find,
    'string.findAll(string) -> list(string)': findAll,
    'string.findAll(string, int) -> list(string)': findAll,
  }),
];
