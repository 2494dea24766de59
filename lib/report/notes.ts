import type { ReportedFinding, ReportedManifest } from './reported';

/** Text of a manifest's findings, and what holds for its kind as a whole. */
export interface TextWithNotes {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The findings of a manifest that count, the notes on its kind taken out of them. */
export function splitNotes({ findings }: ReportedManifest): {
  readonly shown: readonly ReportedFinding[];
  readonly notes: readonly string[];
} {
  const counted = findings.some(({ suppressed }) => suppressed)
    ? findings.filter(({ suppressed }) => !suppressed)
    : findings;
  if (!counted.some(isNote)) return { shown: counted, notes: NO_NOTES };
  return {
    shown: counted.filter((found) => !isNote(found)),
    notes: counted.filter(isNote).map(({ finding }) => finding.message),
  };
}

const NO_NOTES: readonly string[] = [];

/** What holds for a kind as a whole is said once, however many manifests it holds for. */
export class Notes {
  private readonly texts = new Set<string>();

  add(notes: readonly string[]): void {
    for (const note of notes) this.texts.add(note);
  }

  get messages(): readonly string[] {
    return [...this.texts];
  }
}

const isNote = ({ finding: { level, stage } }: ReportedFinding) => level === 'info' && stage === 'judge';
