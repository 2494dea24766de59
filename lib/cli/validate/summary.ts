import type { Report, ReportedManifest, ReportTotals, ToldManifest } from '../../report/reported';
import { summaryText } from '../../report/text';
import type { FindingLevel } from '../../validate/finding';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'info'];

interface Counted {
  readonly level: FindingLevel;
  readonly rule: string;
}

interface Count extends Counted {
  number: number;
}

const gravestFirst = (a: Count, b: Count) =>
  ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || b.number - a.number || (a.rule < b.rule ? -1 : 1);

/** How often each rule found something, the gravest and most frequent first. */
export class SummaryReport implements Report<readonly Counted[]> {
  private readonly counts = new Map<string, Count>();

  tell({ findings }: ReportedManifest): readonly Counted[] {
    return findings
      .filter(({ suppressed }) => !suppressed)
      .map(({ finding: { level, rule } }) => ({ level, rule }));
  }

  start(): string {
    return '';
  }

  add({ told }: ToldManifest<readonly Counted[]>): string {
    for (const { level, rule } of told) {
      const count = this.counts.get(`${level} ${rule}`) ?? { level, rule, number: 0 };
      count.number++;
      this.counts.set(`${level} ${rule}`, count);
    }
    return '';
  }

  end(totals: ReportTotals): string {
    const counts = [...this.counts.values()].sort(gravestFirst);
    const width = Math.max(0, ...counts.map(({ number }) => String(number).length));
    const rows = counts.map(
      ({ number, level, rule }) =>
        `${String(number).padStart(width)} ${level.padEnd('warning'.length)} ${rule}`,
    );
    return `${[...rows, ...(rows.length ? [''] : []), summaryText(totals)].join('\n')}\n`;
  }
}
