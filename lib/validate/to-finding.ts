import type { Source } from '../manifest/source';
import type { RawFinding } from './collector';
import { docsAddress } from './docs-address';
import type { Finding, FindingPosition, FindingRelated, FindingResource } from './finding';
import type { RuleId } from './rule-ids';

/** The position of an offset in a text. */
export function position(source: Source, offset: number): FindingPosition {
  const { line, column } = source.lines.at(offset);
  return source.file === undefined ? { line, column } : { file: source.file, line, column };
}

/** A finding as users see it, without fields that are not there. */
export function toFinding(
  raw: RawFinding,
  resource: FindingResource,
  position?: FindingPosition,
  related: FindingRelated[] = [],
): Finding {
  const { rule, level, stage, path, message, reason, suggestion } = raw;
  const finding: { -readonly [field in keyof Finding]: Finding[field] } = {
    rule: rule as RuleId,
    level,
    stage,
    resource,
    path: path.toString(),
    message,
  };
  if (reason !== undefined) finding.reason = reason;
  if (suggestion !== undefined) finding.suggestion = suggestion;
  if (stage === 'lint') finding.docs = docsAddress('rules', rule);
  if (position) finding.position = position;
  const { elsewhere = [] } = raw;
  if (related.length || elsewhere.length) finding.related = [...related, ...elsewhere];
  return finding;
}
