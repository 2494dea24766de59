import type { Report, ReportedManifest, ReportTotals } from '../../report/reported';
import { summaryText } from '../../report/text';
import type { FindingLevel } from '../../validate/finding';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'info'];

interface Count {
  readonly level: FindingLevel;
  readonly rule: string;
  number: number;
}

const gravestFirst = (a: Count, b: Count) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || b.number - a.number || (a.rule < b.rule ? -1 : 1);

/** How often each rule found something, the gravest and most frequent first. */
export class SummaryReport implements Report {
  private readonly counts = new Map<string, Count>();

  start(): string {
    return '';
  }

  manifest({ findings }: ReportedManifest): string {
    for (const { finding: { level, rule }, suppressed } of findings) {
      if (suppressed) continue;
      const count = this.counts.get(`${level} ${rule}`) ?? { level, rule, number: 0 };
      count.number++;
      this.counts.set(`${level} ${rule}`, count);
    }
    return '';
  }

  end(totals: ReportTotals): string {
    const counts = [...this.counts.values()].sort(gravestFirst);
    const width = Math.max(0, ...counts.map(({ number }) => String(number).length));
    const rows = counts.map(({ number, level, rule }) => `${String(number).padStart(width)} ${level.padEnd('warning'.length)} ${rule}`);
    return `${[...rows, ...(rows.length ? [''] : []), summaryText(totals)].join('\n')}\n`;
  }
}
