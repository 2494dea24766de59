import { type ReportOptions, reportOf } from '../../report';
import type { ReportFormat } from '../../report/formats';
import type { Report } from '../../report/reported';

/** Which report is asked for. Plain data: it crosses threads. */
export interface ReportChoice extends ReportOptions {
  readonly format: ReportFormat;
  /** Whether only counts are wanted. */
  readonly summary: boolean;
}

/** The report that is asked for. */
export function reportFor(choice: ReportChoice): Report {
  if (!choice.summary) return reportOf(choice.format, choice);
  const { SummaryReport } = require('./summary') as typeof import('./summary');
  return new SummaryReport();
}
