import type { ReportedManifest, ToldManifest } from '../../report/reported';
import type { Coverage } from '../../validate/engine';
import type { FindingLevel } from '../../validate/finding';
import { reportFor } from '../validate/report';
import type { PartOptions } from './options';

/** A manifest judged and told, and what it adds to the totals. */
export interface CheckedManifest<T = unknown> extends ToldManifest<T> {
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  readonly coverage?: Coverage;
}

/** Makes of a manifest, and the number of its document, what is needed of it further on. */
export type Tell = (manifest: ReportedManifest, document: number) => CheckedManifest;

/** How manifests are reported: by the requested report, or not at all. */
export function tellBy({ report: choice, levels }: PartOptions): Tell {
  const report = choice && reportFor(choice);
  return (manifest, document) => ({
    file: manifest.file,
    document,
    told: report ? report.tell(ofLevels(manifest, levels)) : manifest,
    ...tally(manifest),
  });
}

/** The same without what is not asked for. */
export const ofLevels = (
  manifest: ReportedManifest,
  levels: readonly FindingLevel[] | undefined,
): ReportedManifest =>
  levels
    ? { ...manifest, findings: manifest.findings.filter(({ finding }) => levels.includes(finding.level)) }
    : manifest;

function tally({
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
