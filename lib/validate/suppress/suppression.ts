import type { FieldPath, PathSegment } from '../path';
import type { RawFinding } from '../collector';

/** A finding and where it stands in its text, if it comes from one. */
export interface LocatedFinding {
  readonly raw: RawFinding;
  readonly offset?: number;
  /** Where a key stands first that is set twice. */
  readonly first?: number;
}

/** A suppression of the findings of a rule. */
export interface Suppression {
  /** Id of a rule, as the user wrote it; empty where there is none. */
  readonly rule: string;
  readonly reason?: string;
  /** Where it stands: an offset in the text, or a path. */
  readonly offset?: number;
  readonly path: FieldPath;
  /** What it is: `comment` or `annotation`. */
  readonly form: 'comment' | 'annotation';
  readonly covers: Coverage;
  /** What is wrong with how it is written. */
  readonly fault?: string;
}

/** Scope of a suppression: a part of the text, or all fields below one. */
export type Coverage =
  { readonly start: number; readonly end: number } | { readonly below: readonly PathSegment[] };

/** One manifest with what was found in it. */
export interface FoundIn {
  readonly manifest: unknown;
  /** Where it begins in its text. */
  readonly offset?: number;
  readonly findings: readonly LocatedFinding[];
}

export interface ReportedRaw extends LocatedFinding {
  readonly suppressed?: { readonly reason?: string };
}

/** Whether a path is that of a field below another, or the same. */
export function isBelow(path: FieldPath, segments: readonly PathSegment[]): boolean {
  const own = path.segments();
  return segments.every((segment, index) => own[index] === segment);
}
