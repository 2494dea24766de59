import { type KindNote, Notes, splitNotes } from './notes';
import { COLORED, type Paint, PLAIN } from './paint';
import { printable } from '../text/printable';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, RenderedManifest } from './reported';
import { count, findingText, isAdvice, summaryText } from './text';

/** Findings printed of one run, if nobody asks for another number. */
export const MAX_FINDINGS = 1_000;

/** Texts of a manifest's findings, how many more there are, and what holds for its kind as a whole. */
interface RenderedFindings {
  readonly texts: readonly string[];
  readonly more: number;
  readonly notes: readonly KindNote[];
}

/** Findings for people, in a terminal or a log. */
export class TextReport implements Report<RenderedFindings> {
  private readonly notes = new Notes();
  private readonly paint: Paint;
  private readonly max: number;
  /** Findings whose texts were made; a thread that has made enough for the whole run makes no more. */
  private rendered = 0;
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
    this.max = maxFindings;
  }

  render(manifest: ReportedManifest): RenderedFindings {
    const { shown, notes } = splitNotes(manifest);
    const wanted = [...shown].sort(byPosition).slice(0, this.max - this.rendered);
    this.rendered += wanted.length;
    return {
      texts: wanted.map((found) => `${findingText(found, this.paint)}\n`),
      more: shown.length - wanted.length,
      notes,
    };
  }

  start(): string {
    return '';
  }

  add({ rendered: { texts, more, notes } }: RenderedManifest<RenderedFindings>): string {
    this.notes.add(notes);
    const wanted = texts.slice(0, this.max - this.printed);
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
    const notes = this.notes.texts.map((message) => `note: ${printable(message)}`);
    return `${[...omitted, ...notes, this.paint(level, summaryText(totals))].join('\n')}\n`;
  }
}

/** As they stand in the file, advice last. */
function byPosition({ finding: one }: ReportedFinding, { finding: other }: ReportedFinding): number {
  const [here, there] = [one.position ?? NO_POSITION, other.position ?? NO_POSITION];
  return (
    Number(isAdvice(one)) - Number(isAdvice(other)) || here.line - there.line || here.column - there.column
  );
}

const NO_POSITION = { line: 0, column: 0 };
