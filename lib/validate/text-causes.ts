import type { TextCorrection } from '../manifest/text-corrections';
import type { RawFinding } from './collector';
import { keyOf } from './consequences';

/** A finding and the line of the text that it is in. */
export interface FoundInLine {
  readonly raw: RawFinding;
  readonly line: string;
}

/**
 * What is left of findings if a text is read as it was probably meant: of those that are gone then, only
 * those in lines with something wrong, with what to do about that.
 *
 * @param left findings of the corrected text
 */
export function withTextCause<T extends FoundInLine>(
  found: readonly T[],
  left: readonly RawFinding[],
  { advice }: TextCorrection,
): readonly T[] {
  const keys = new Set(left.map(keyOf));
  const isGone = ({ raw }: T) => raw.level === 'error' && !keys.has(keyOf(raw));
  if (!found.some((one) => isGone(one) && advice(one.line) !== undefined)) return found;
  return found.flatMap((one) => {
    if (!isGone(one)) return [one];
    const suggestion = advice(one.line);
    return suggestion === undefined ? [] : [{ ...one, raw: { ...one.raw, suggestion } }];
  });
}
