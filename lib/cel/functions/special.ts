import { type Library, untyped } from './declare';
import { noSuchOverload } from '../values/value';

/** What the interpreter evaluates itself; the checker needs the signatures. */
export const SPECIAL: Library[] = [
  '_==_(A, A) -> bool',
  '_!=_(A, A) -> bool',
  '_&&_(bool, bool) -> bool',
  '_||_(bool, bool) -> bool',
  '@not_strictly_false(bool) -> bool',
  '_?_:_(bool, A, A) -> A',
].map((signature) => untyped(noSuchOverload, signature));

SPECIAL.push(
  untyped(
    noSuchOverload,
    '_[_](list(A), int) -> A',
    '_[_](map(A, B), A) -> B',
    '_[_](optional_type(list(V)), int) -> optional_type(V)',
    '_[_](optional_type(map(K, V)), K) -> optional_type(V)',
  ),
  untyped(
    noSuchOverload,
    '_[?_](list(V), int) -> optional_type(V)',
    '_[?_](optional_type(list(V)), int) -> optional_type(V)',
    '_[?_](map(K, V), K) -> optional_type(V)',
    '_[?_](optional_type(map(K, V)), K) -> optional_type(V)',
  ),
);
