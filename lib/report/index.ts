import type { ReportFormat } from './formats';
import type { Report } from './reported';

/** Options of a report. */
export interface ReportOptions {
  /** Whether texts for people have colours. */
  readonly color: boolean;
  /**
   * Findings that a text for people shows at most; the rest is counted.
   *
   * @default 1000
   */
  readonly maxFindings?: number;
  /** Version of pod-patterns. */
  readonly toolVersion: string;
  /** Absolute path of the working folder, which addresses of files are relative to. */
  readonly folder?: string;
}

/** A report of a format, for one run: it remembers what it has printed. Loads no other format. */
export function reportOf(format: ReportFormat, options: ReportOptions): Report {
  switch (format) {
    case 'text':
      return new (require('./text-report') as typeof import('./text-report')).TextReport(options);
    case 'json':
      return new (require('./json-report') as typeof import('./json-report')).JsonReport(options);
    case 'sarif':
      return new (require('./sarif-report') as typeof import('./sarif-report')).SarifReport(options);
    case 'junit':
      return new (require('./junit-report') as typeof import('./junit-report')).JunitReport();
    case 'github':
      return new (require('./github-report') as typeof import('./github-report')).GithubReport(options);
    case 'status':
      return new (require('./status-report') as typeof import('./status-report')).StatusReport();
  }
}
