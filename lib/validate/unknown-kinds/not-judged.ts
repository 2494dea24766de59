import type { RawFinding } from '../collector';
import { levelOf } from '../lint/levels';
import { FieldPath } from '../path';
import type { RuleLevels } from '../rule-levels';
import { type Coverage, notJudgedText } from './not-judged-text';
import { KIND_NOT_JUDGED } from './rules';

/** The finding about a manifest that is not or only partly judged, unless the rule is off. */
export function notJudged(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  coverage: Coverage,
  rules: RuleLevels | undefined,
): RawFinding[] {
  const level = levelOf(KIND_NOT_JUDGED, rules);
  if (level === 'off') return [];
  return [
    {
      rule: KIND_NOT_JUDGED.id,
      level,
      stage: 'judge',
      path: FieldPath.of('kind'),
      message: notJudgedText(`${apiVersion} ${kind}`, coverage),
    },
  ];
}
