import type { RawFinding } from './collector';
import type { RuleLevels } from './rule-levels';

/** Findings with the levels that a user has given their rules; without those whose rules are off. */
export const graded = (findings: readonly RawFinding[], rules: RuleLevels = {}): readonly RawFinding[] =>
  findings.flatMap((finding) => {
    const level = rules[finding.rule] ?? finding.level;
    if (level === 'off') return [];
    return level === finding.level
      ? [finding]
      : [{ ...finding, level, reason: level === 'error' ? finding.reason : undefined }];
  });
