import { FORMATS, type ReportFormat } from '../../report/formats';

/** Names of the forms of a report. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly ReportFormat[];
