import { closest } from './closest';
import type { FindingLevel } from './finding';
import type { ReportLevel } from './options';

const REPORTED: { readonly [level in ReportLevel]: readonly FindingLevel[] } = {
  none: ['error'],
  warnings: ['error', 'warning'],
  all: ['error', 'warning', 'info'],
};

/**
 * Levels of the findings that are reported.
 *
 * @throws Error that lists the known values, if the value is not
 */
export function reportedLevels(report: string = 'warnings'): readonly FindingLevel[] {
  if (Object.hasOwn(REPORTED, report)) return REPORTED[report as ReportLevel];
  const near = closest(String(report), Object.keys(REPORTED));
  throw new Error(
    `unknown report ${JSON.stringify(report)}: ${near ? `did you mean "${near}"?` : `use one of ${Object.keys(REPORTED).join(', ')}`}`,
  );
}
