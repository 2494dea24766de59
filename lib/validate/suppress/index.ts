import type { MarkedComment } from '../../manifest/comments';
import { countBelow } from '../../manifest/count-below';
import type { EngineOptions } from '../engine';
import type { RawFinding } from '../collector';
import { annotationSuppressions } from './annotations';
import { commentSuppressions } from './comments';
import { matchAnnotations, matchComments, type Matched } from './match';
import type { FoundIn, ReportedRaw, Suppression } from './suppression';
import { SuppressionUse } from './used';
export { COMMENT_MARK } from './comments';

/**
 * The findings of the manifests of one document, each with whether it is suppressed, and with findings about
 * suppressions that do not do what they are meant to. Errors of the API server cannot be suppressed.
 *
 * @param comments those of the document
 */
export function suppress(
  manifests: readonly FoundIn[],
  comments: readonly MarkedComment[],
  options: EngineOptions,
): ReportedRaw[][] {
  const ofDocument = comments
    .flatMap(commentSuppressions)
    .map((suppression) => new SuppressionUse(suppression));
  const own = manifests.map(({ manifest }) =>
    annotationSuppressions(manifest).map((suppression) => new SuppressionUse(suppression)),
  );
  const matched = manifests.map(({ findings }, index) => matchAnnotations(findings, own[index]));
  matchComments(matched.flat(), ofDocument);
  const reported = matched.map((found, index) => [
    ...found.map(reportedOf),
    ...own[index].flatMap((suppression) => suppression.complaint(options)),
  ]);
  const starts = manifests.flatMap(({ offset }) => offset ?? []).sort((a, b) => a - b);
  for (const suppression of ofDocument) {
    for (const complaint of suppression.complaint(options)) {
      reported[holderOf(suppression.wish, starts)].push(complaint);
    }
  }
  return reported;
}

function reportedOf({ finding, by }: Matched): ReportedRaw {
  if (!by) return finding;
  const { reason } = by.wish;
  return { ...finding, suppressed: reason === undefined ? {} : { reason } };
}

/** The findings of one manifest that comes from no text, without those that its annotations suppress. */
export function withoutSuppressed(
  manifest: unknown,
  findings: readonly RawFinding[],
  options: EngineOptions,
): RawFinding[] {
  const [reported] = suppress([{ manifest, findings: findings.map((raw) => ({ raw })) }], [], options);
  return reported.filter(({ suppressed }) => !suppressed).map(({ raw }) => raw);
}

/** Index of the manifest in whose part of the text a comment stands: the last that begins before it. */
const holderOf = ({ offset = 0 }: Suppression, starts: readonly number[]): number =>
  Math.max(0, countBelow(starts, offset + 1) - 1);
