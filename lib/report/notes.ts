import type { Finding } from '../validate/finding';
import { isNote, NOTE_SORTS, notJudgedText } from '../validate/unknown-kinds/not-judged-text';
import { listed } from './text';
import type { ReportedFinding, ReportedManifest } from './reported';

/** A kind that is not or only partly judged, and the message that says so. */
export interface KindNote {
  readonly kind: string;
  readonly message: string;
}

/** Text of a manifest's findings, and what holds for its kind as a whole. */
export interface TextWithNotes {
  readonly text: string;
  readonly notes: readonly KindNote[];
}

/** The findings of a manifest that count, the notes on its kind taken out of them. */
export function splitNotes({ findings }: Pick<ReportedManifest, 'findings'>): {
  readonly shown: readonly ReportedFinding[];
  readonly notes: readonly KindNote[];
} {
  const counted = findings.some(({ suppressed }) => suppressed)
    ? findings.filter(({ suppressed }) => !suppressed)
    : findings;
  if (!counted.some(({ finding }) => isNote(finding))) return { shown: counted, notes: NO_NOTES };
  return {
    shown: counted.filter(({ finding }) => !isNote(finding)),
    notes: counted
      .map(({ finding }) => finding)
      .filter(isNote)
      .map(kindNote),
  };
}

const NO_NOTES: readonly KindNote[] = [];

/** What holds for kinds as a whole is said once, however many manifests it holds for. */
export class Notes {
  private readonly messages = new Map<string, string>();

  add(notes: readonly KindNote[]): void {
    for (const { kind, message } of notes) this.messages.set(kind, message);
  }

  /** One text for all kinds of which as much was judged. */
  get texts(): readonly string[] {
    return NOTE_SORTS.flatMap((coverage) => {
      const kinds = [...this.messages].flatMap(([kind, message]) =>
        message === notJudgedText(kind, coverage) ? [kind] : [],
      );
      return kinds.length ? [notJudgedText(listed(kinds), coverage, kinds.length > 1)] : [];
    });
  }
}

const kindNote = ({ resource: { apiVersion, kind }, message }: Finding): KindNote => ({
  kind: `${apiVersion} ${kind}`,
  message,
});

/** What holds for the kinds of findings as a whole, once. */
export function notesOn(findings: readonly Finding[]): readonly string[] {
  const notes = new Notes();
  notes.add(findings.filter(isNote).map(kindNote));
  return notes.texts;
}
