import type { FieldPath } from '../path';
import type { Hint, Verdict } from '../verdict';

/** A warning as most of a server's begin: with the field that it speaks of. */
export const warnAt = (
  path: FieldPath,
  text: string,
  verdict: Verdict,
  suggestion?: string,
  places?: Pick<Hint, 'related' | 'repeats'>,
) => verdict.warn(path, `${path}: ${text}`, suggestion, places);
