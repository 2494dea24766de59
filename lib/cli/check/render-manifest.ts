import { type KindNote, splitNotes } from '../../report/notes';
import type { ReportedManifest, RenderedManifest } from '../../report/reported';
import { type Coverage, isNote } from '../../validate/unknown-kinds/not-judged-text';
import type { FindingLevel } from '../../validate/finding';
import { reportFor } from '../validate/report';
import type { NotManifest } from '../../validate/sources/sorts';
import type { PartOptions } from './options';

/** A judged and rendered manifest, and what it adds to the totals. */
export interface CheckedManifest<T = unknown> extends RenderedManifest<T> {
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  readonly coverage?: Coverage;
  /** What it is instead of a manifest, if it was skipped for that. */
  readonly skipped?: NotManifest;
  /** What holds for its kind as a whole. */
  readonly notes: readonly KindNote[];
}

/** Renders a manifest, given the number of its document. */
export type RenderManifest = (manifest: ReportedManifest, document: number) => CheckedManifest;

/** How manifests are reported: by the requested report, or not at all. */
export function manifestRenderer({ report: choice, levels }: PartOptions): RenderManifest {
  const report = choice && reportFor(choice);
  return (manifest, document) => ({
    file: manifest.file,
    document,
    rendered: report && !manifest.skipped ? report.render(withLevels(manifest, levels)) : manifest,
    ...(manifest.skipped ? { skipped: manifest.skipped } : {}),
    ...countFindings(manifest),
    notes: splitNotes(manifest).notes,
  });
}

/** The same without what is not asked for; how much was judged is always told. */
export const withLevels = (
  manifest: ReportedManifest,
  levels: readonly FindingLevel[] | undefined,
): ReportedManifest =>
  levels
    ? {
        ...manifest,
        findings: manifest.findings.filter(
          ({ finding }) => levels.includes(finding.level) || isNote(finding),
        ),
      }
    : manifest;

function countFindings({
  findings,
  status,
  coverage,
}: ReportedManifest): Pick<CheckedManifest, 'errors' | 'warnings' | 'suppressed' | 'coverage'> {
  let suppressed = 0;
  const levels: { [level in FindingLevel]: number } = { error: 0, warning: 0, info: 0 };
  for (const found of findings) {
    if (found.suppressed) suppressed++;
    else levels[found.finding.level]++;
  }
  const errors = status ? Number(!status.ok) : levels.error;
  return { errors, warnings: levels.warning, suppressed, ...(coverage ? { coverage } : {}) };
}
