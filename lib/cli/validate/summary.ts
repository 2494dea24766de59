import type { Report, ReportedManifest, ReportTotals, RenderedManifest } from '../../report/reported';
import { summaryText } from '../../report/text';
import type { FindingLevel } from '../../validate/finding';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'info'];

interface RuleFinding {
  readonly level: FindingLevel;
  readonly rule: string;
}

interface RuleCount extends RuleFinding {
  number: number;
}

const bySeverity = (a: RuleCount, b: RuleCount) =>
  ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || b.number - a.number || (a.rule < b.rule ? -1 : 1);

/** How often each rule found something, the gravest and most frequent first. */
export class SummaryReport implements Report<readonly RuleFinding[]> {
  private readonly counts = new Map<string, RuleCount>();

  render({ findings }: ReportedManifest): readonly RuleFinding[] {
    return findings
      .filter(({ suppressed }) => !suppressed)
      .map(({ finding: { level, rule } }) => ({ level, rule }));
  }

  start(): string {
    return '';
  }

  add({ rendered }: RenderedManifest<readonly RuleFinding[]>): string {
    for (const { level, rule } of rendered) {
      const count = this.counts.get(`${level} ${rule}`) ?? { level, rule, number: 0 };
      count.number++;
      this.counts.set(`${level} ${rule}`, count);
    }
    return '';
  }

  end(totals: ReportTotals): string {
    const counts = [...this.counts.values()].sort(bySeverity);
    const width = Math.max(0, ...counts.map(({ number }) => String(number).length));
    const rows = counts.map(
      ({ number, level, rule }) =>
        `${String(number).padStart(width)} ${level.padEnd('warning'.length)} ${rule}`,
    );
    return `${[...rows, ...(rows.length ? [''] : []), summaryText(totals)].join('\n')}\n`;
  }
}
