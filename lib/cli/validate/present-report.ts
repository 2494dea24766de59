import type { Report, ReportedFinding } from '../../report/reported';
import { findingText, summaryText } from '../../report/text';
import type { Format } from '../options/formats';

export function presentReport(format: Format, _options: object): Report {
  const notes = new Set<string>();
  const note = ({ finding }: ReportedFinding) => finding.level === 'info' && finding.source === 'judge';
  if (format === 'status') return { start: () => '', end: () => '', manifest: ({ file, document, kubernetesVersion, status }) => `${JSON.stringify({ file, document, kubernetesVersion, ...status })}\n` };
  const textOf = (found: ReportedFinding) => `${findingText(found)}\n`;
  return {
    start: () => '',
    manifest: ({ findings }) => {
      findings.filter(note).forEach(({ finding }) => notes.add(`note: ${finding.message}`));
      return findings.filter((found) => !found.suppressed && !note(found)).map(textOf).join('');
    },
    end: (totals) => `${[...notes, summaryText(totals)].join('\n')}\n`,
  };
}
