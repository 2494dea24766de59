import { type Noted, Notes, sift } from './notes';
import { COLORED, type Paint, PLAIN } from './paint';
import { printable } from './printable';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, ToldManifest } from './reported';
import { findingText, isAdvice, summaryText } from './text';

/** Findings for people, in a terminal or a log. */
export class TextReport implements Report<Noted> {
  private readonly notes = new Notes();
  private readonly paint: Paint;

  constructor({ color }: { readonly color: boolean }) {
    this.paint = color ? COLORED : PLAIN;
  }

  tell(manifest: ReportedManifest): Noted {
    const { shown, notes } = sift(manifest);
    let text = '';
    for (const found of [...shown].sort(inReadingOrder)) text += `${findingText(found, this.paint)}\n`;
    return { text, notes };
  }

  start(): string {
    return '';
  }

  add({ told: { text, notes } }: ToldManifest<Noted>): string {
    this.notes.add(notes);
    return text;
  }

  end(totals: ReportTotals): string {
    const level = totals.errors ? 'error' : totals.warnings ? 'warning' : 'strong';
    return `${[...this.notes.messages.map((message) => `note: ${printable(message)}`), this.paint(level, summaryText(totals))].join('\n')}\n`;
  }
}

/** As they stand in the file, advice last. */
function inReadingOrder({ finding: one }: ReportedFinding, { finding: other }: ReportedFinding): number {
  const [here, there] = [one.position ?? NOWHERE, other.position ?? NOWHERE];
  return Number(isAdvice(one)) - Number(isAdvice(other)) || here.line - there.line || here.column - there.column;
}

const NOWHERE = { line: 0, column: 0 };
