import type { Finding } from '../validate/finding';

/** Findings in groups that have the same key, in the order in which they come. */
export function groupBy(findings: readonly Finding[], keyOf: (finding: Finding) => unknown): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify(keyOf(finding));
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
