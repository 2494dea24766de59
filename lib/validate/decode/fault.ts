import type { RawFinding } from '../collector';
import type { Issue } from './issues';

/**
 * What decoding fails for, strict or not: wrong types hide what cannot be converted, and that hides strict
 * errors.
 */
export function decodeFault(issues: readonly (RawFinding & Partial<Issue>)[]): string | undefined {
  const wrong = issues.filter(({ strict }) => strict === false);
  const first = stopper(wrong, 0) ?? issues.find(({ strict }) => strict === undefined);
  return first?.message;
}

/** The first fault of the first value that decodes itself, within which the same holds; else the first. */
function stopper(
  faults: readonly (RawFinding & Partial<Issue>)[],
  depth: number,
): (RawFinding & Partial<Issue>) | undefined {
  const around = faults.find(({ within }) => within && within.length > depth)?.within?.[depth];
  if (!around) return faults[0];
  const inside = faults.filter(({ within }) => within?.[depth] === around);
  return stopper(inside, depth + 1);
}
