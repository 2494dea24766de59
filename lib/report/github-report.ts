import type { FindingLevel } from '../validate/finding';
import { type TextWithNotes, Notes, splitNotes } from './notes';
import { relativePath } from './file-address';
import { printable } from '../text/printable';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, RenderedManifest } from './reported';
import { messageText, placeText, resourceText, summaryText } from './text';

const COMMANDS: { readonly [level in FindingLevel]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Annotations for GitHub Actions: workflow commands, a line each. */
export class GithubReport implements Report<TextWithNotes> {
  private readonly notes = new Notes();

  constructor(private readonly options: { readonly folder?: string }) {}

  render(manifest: ReportedManifest): TextWithNotes {
    const { shown, notes } = splitNotes(manifest);
    return { text: shown.map((found) => this.annotation(manifest, found)).join(''), notes };
  }

  start(): string {
    return '';
  }

  add({ rendered: { text, notes } }: RenderedManifest<TextWithNotes>): string {
    this.notes.add(notes);
    return text;
  }

  end(totals: ReportTotals): string {
    return `${[...this.notes.texts.map((message) => `::notice::${data(printable(message))}`), summaryText(totals)].join('\n')}\n`;
  }

  private annotation({ file }: ReportedManifest, found: ReportedFinding): string {
    const { level, rule, resource, position } = found.finding;
    const title = [rule, resourceText(resource)].filter(Boolean).join(' in ');
    const place = {
      file: relativePath(file, this.options.folder),
      line: position?.line,
      col: position?.column,
    };
    const properties = Object.entries({ ...place, title }).flatMap(([name, value]) =>
      value === undefined ? [] : `${name}=${property(printable(String(value)))}`,
    );
    return `::${COMMANDS[level]} ${properties.join(',')}::${data(lines(found).map(printable).join('\n'))}\n`;
  }
}

function lines({ finding, history }: ReportedFinding): string[] {
  const { suggestion, related = [], docs } = finding;
  return [
    messageText(finding),
    ...(suggestion ? [`→ ${suggestion}`] : []),
    ...(history ? [history] : []),
    ...related.map(({ message, position }) => `${placeText(position)}: ${message}`),
    ...(docs ? [docs] : []),
  ];
}

/** What separates commands, or begins an escape, is escaped. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
