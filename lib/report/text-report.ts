import { Notes, sift } from './notes';
import { COLORED, type Paint, PLAIN } from './paint';
import { printable } from '../text/printable';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, ToldManifest } from './reported';
import { count, findingText, isAdvice, summaryText } from './text';

/** Findings printed of one run, if nobody asks for another number. */
export const MAX_FINDINGS = 1_000;

/** Texts of a manifest's findings, how many more there are, and what holds for its kind as a whole. */
interface Told {
  readonly texts: readonly string[];
  readonly more: number;
  readonly notes: readonly string[];
}

/** Findings for people, in a terminal or a log. */
export class TextReport implements Report<Told> {
  private readonly notes = new Notes();
  private readonly paint: Paint;
  private readonly most: number;
  /** Findings whose texts were made; a thread that has made enough for the whole run makes no more. */
  private made = 0;
  private printed = 0;
  private omitted = 0;

  constructor({
    color,
    maxFindings = MAX_FINDINGS,
  }: {
    readonly color: boolean;
    readonly maxFindings?: number;
  }) {
    this.paint = color ? COLORED : PLAIN;
    this.most = maxFindings;
  }

  tell(manifest: ReportedManifest): Told {
    const { shown, notes } = sift(manifest);
    const wanted = [...shown].sort(inReadingOrder).slice(0, this.most - this.made);
    this.made += wanted.length;
    return {
      texts: wanted.map((found) => `${findingText(found, this.paint)}\n`),
      more: shown.length - wanted.length,
      notes,
    };
  }

  start(): string {
    return '';
  }

  add({ told: { texts, more, notes } }: ToldManifest<Told>): string {
    this.notes.add(notes);
    const wanted = texts.slice(0, this.most - this.printed);
    this.printed += wanted.length;
    this.omitted += texts.length - wanted.length + more;
    return wanted.join('');
  }

  end(totals: ReportTotals): string {
    const level = totals.errors ? 'error' : totals.warnings ? 'warning' : 'strong';
    const omitted = this.omitted
      ? [
          `${count(this.omitted, 'more finding')} not shown: use --max-findings=N to show N of them, or --summary to count them by rule`,
        ]
      : [];
    const notes = this.notes.messages.map((message) => `note: ${printable(message)}`);
    return `${[...omitted, ...notes, this.paint(level, summaryText(totals))].join('\n')}\n`;
  }
}

/** As they stand in the file, advice last. */
function inReadingOrder({ finding: one }: ReportedFinding, { finding: other }: ReportedFinding): number {
  const [here, there] = [one.position ?? NOWHERE, other.position ?? NOWHERE];
  return (
    Number(isAdvice(one)) - Number(isAdvice(other)) || here.line - there.line || here.column - there.column
  );
}

const NOWHERE = { line: 0, column: 0 };
