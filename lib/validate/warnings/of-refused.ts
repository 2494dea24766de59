import type { RawFinding } from '../collector';

/**
 * Leaves out warnings that speak of what is refused anyway, or of what holds it: one mistake, one finding. A
 * server does not come to make them. `since` is where the warnings of the last stage begin.
 */
export function withoutWarningsOfRefused(
  findings: RawFinding[],
  since: number,
  issues: readonly RawFinding[],
): RawFinding[] {
  if (findings.length === since) return findings;
  const refused = new Set(
    [...issues, ...findings.slice(0, since)]
      .filter(({ stage, reason, late }) => reason && !late && stage !== 'warn')
      .flatMap(places),
  );
  if (!refused.size) return findings;
  return findings.filter(({ path }, index) => index < since || !refused.has(path.toString()));
}

/** Leaves out findings that speak of what others say a server refuses, or of what holds it. */
export function withoutFindingsOfRefused(
  findings: readonly RawFinding[],
  others: readonly RawFinding[],
): readonly RawFinding[] {
  if (!others.length) return findings;
  const refused = new Set(others.filter(({ stage, reason }) => reason && stage !== 'warn').flatMap(places));
  return refused.size ? findings.filter(({ path }) => !refused.has(path.toString())) : findings;
}

/** The field of a finding, and all that hold it. */
const places = ({ path, at = path }: RawFinding): string[] => [...at.holders()];
