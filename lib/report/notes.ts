import type { ReportedFinding, ReportedManifest } from './reported';

/** What holds for a kind as a whole is said once, however many manifests it holds for. */
export class Notes {
  private readonly texts = new Set<string>();

  /** Takes the notes, and returns the other findings that count. */
  sift({ findings }: ReportedManifest): readonly ReportedFinding[] {
    const shown = findings.filter(({ suppressed }) => !suppressed);
    const notes = shown.filter(isNote);
    for (const { finding } of notes) this.texts.add(finding.message);
    return notes.length ? shown.filter((found) => !isNote(found)) : shown;
  }

  get messages(): readonly string[] {
    return [...this.texts];
  }
}

const isNote = ({ finding: { level, source } }: ReportedFinding) => level === 'info' && source === 'judge';
