import type { RawFinding } from './collector';
import type { Issue } from './decode/issues';
import type { FieldPath } from './path';

/** Leaves out what judging says because of fields that decoding has refused: one mistake, one finding. */
export function withoutEchoes(findings: readonly RawFinding[], issues: readonly Issue[]): RawFinding[] {
  const refused = new Set(issues.filter(({ strict }) => !strict).map(({ path }) => path.toString()));
  return findings.filter(
    ({ path, at, related }) =>
      !isIn(refused, path) &&
      !(at && isIn(refused, at)) &&
      !related?.some((other) => isIn(refused, other.path)),
  );
}

function isIn(refused: ReadonlySet<string>, path: FieldPath): boolean {
  for (const holder of path.holders()) if (refused.has(holder)) return true;
  return false;
}
