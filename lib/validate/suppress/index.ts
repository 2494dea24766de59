import type { MarkedComment } from '../../manifest/comments';
import { nearRule, ruleNamed } from '../catalogue';
import type { EngineOptions } from '../engine';
import { levelOf, type SuppressionId } from '../lint/levels';
import type { RawFinding } from '../verdict';
import { ANNOTATION_PREFIX, annotationSuppressions } from './annotations';
import { commentSuppressions } from './comments';
export { COMMENT_MARK } from './comments';
import type { FoundIn, LocatedFinding, ReportedRaw, Suppression } from './suppression';

/**
 * The findings of the manifests of one document, each with whether it is suppressed, and with findings about suppressions
 * that do not do what they are meant to. Nobody can suppress what a server refuses.
 *
 * @param comments those of the document
 */
export function suppress(manifests: readonly FoundIn[], comments: readonly MarkedComment[], options: EngineOptions): ReportedRaw[][] {
  const ofDocument = comments.flatMap(commentSuppressions).map((suppression) => new Used(suppression));
  const reported = manifests.map(({ manifest, findings }) => {
    const own = annotationSuppressions(manifest).map((suppression) => new Used(suppression));
    const told = findings.map((finding) => toldOf(finding, [...own, ...ofDocument]));
    return [...told, ...own.flatMap((suppression) => suppression.complaint(options))];
  });
  for (const suppression of ofDocument) {
    reported[holderOf(suppression.wish, manifests)].push(...suppression.complaint(options));
  }
  return reported;
}

function toldOf(finding: LocatedFinding, suppressions: readonly Used[]): ReportedRaw {
  const meant = suppressions.filter(({ wish }) => wish.rule === finding.raw.rule && wish.covers(finding));
  if (!maySuppress(finding.raw)) {
    for (const suppression of meant) suppression.refused = true;
    return finding;
  }
  for (const suppression of meant) suppression.used = true;
  const [first] = meant;
  return first ? { ...finding, suppressed: first.wish.reason === undefined ? {} : { reason: first.wish.reason } } : finding;
}

/** The findings of one manifest that comes from no text, without those that its annotations suppress. */
export function withoutSuppressed(manifest: unknown, findings: readonly RawFinding[], options: EngineOptions): RawFinding[] {
  const [reported] = suppress([{ manifest, findings: findings.map((raw) => ({ raw })) }], [], options);
  return reported.filter(({ suppressed }) => !suppressed).map(({ raw }) => raw);
}

/** Whether no server refuses a manifest for it; a custom resource is unknown to us alone, and a bug of ours is no verdict. */
const maySuppress = ({ rule, reason, uncertain }: RawFinding) => uncertain || (reason === undefined && rule !== 'internal-error');

/** Index of the manifest in whose part of the text a comment stands: the last that begins before it. */
function holderOf({ offset = 0 }: Suppression, manifests: readonly FoundIn[]): number {
  return Math.max(0, manifests.filter((manifest) => manifest.offset !== undefined && manifest.offset <= offset).length - 1);
}

/** How a suppression is written. */
const FORMS = { comment: 'write # pod-patterns: ignore RULE -- REASON', annotation: `write ${ANNOTATION_PREFIX}RULE: REASON` } as const;

/** A suppression, and what it has come to. */
class Used {
  used = false;
  refused = false;

  constructor(readonly wish: Suppression) {}

  /** What is to be said of it. */
  complaint({ rules, podSecurity, namespaces }: EngineOptions): LocatedFinding[] {
    const { rule, form, fault } = this.wish;
    if (this.used && !this.refused) return [];
    if (fault) return this.finding('suppression-unknown', fault, FORMS[form], rules);
    if (this.refused) return this.finding('suppression-refused', `a server refuses the manifest for ${rule}: no ${form} can change that`, `correct the manifest, and remove the ${form}`, rules);
    const facts = ruleNamed(rule);
    if (!facts) return this.finding('suppression-unknown', `there is no rule "${rule}"`, remedyFor(rule), rules);
    const unjudged = rules?.[rule] === 'off' || (facts.source === 'pod-security' && !podSecurity && !namespaces?.size);
    return unjudged ? [] : this.finding('suppression-unused', `${rule} finds nothing that this ${form} suppresses`, `remove the ${form}`, rules);
  }

  private finding(rule: SuppressionId, message: string, suggestion: string, rules: EngineOptions['rules']): LocatedFinding[] {
    const level = levelOf(rule, rules);
    const { path, offset } = this.wish;
    return level === 'off' ? [] : [{ raw: { rule, level, source: 'lint', path, message, suggestion }, offset }];
  }
}

function remedyFor(rule: string): string {
  if (rule === '*' || rule === 'all') return 'name each rule: all at once cannot be suppressed';
  const near = nearRule(rule);
  return near ? `did you mean "${near}"?` : 'write the id of a rule, as findings show it';
}
