import type { Coverage } from '../validate/unknown-kinds/not-judged-text';
import type { Finding, FindingResource } from '../validate/finding';
import type { NotManifest } from '../validate/sources/sorts';
import type { ServerStatus } from '../validate/status';

/*
 * What reports are made of: plain data, so that it may come from another thread.
 */

/** Lines of a text around a place. */
export interface Excerpt {
  /** Number of the first of the lines, counted from 1. */
  readonly first: number;
  readonly lines: readonly string[];
  /**
   * Characters left out at the beginning of each line, of long ones.
   *
   * @default 0
   */
  readonly cut?: number;
}

/** A finding with what a report shows beside it. */
export interface ReportedFinding {
  readonly finding: Finding;
  /** The lines around its position, where the report shows lines. */
  readonly excerpt?: Excerpt;
  /** The line of each related place, in their order. */
  readonly relatedExcerpts?: readonly (Excerpt | undefined)[];
  /** Which of several Kubernetes versions have it, in words. */
  readonly history?: string;
  /** Why it does not count: the reason given where it is suppressed, or nothing. */
  readonly suppressed?: { readonly reason?: string };
}

/** One manifest, judged. */
export interface ReportedManifest {
  /** File as it was given, `<stdin>` for standard input. */
  readonly file: string;
  /** Version it was judged by, where there are several. */
  readonly kubernetesVersion?: string;
  readonly resource: FindingResource;
  /** How much of it was validated, if not everything. */
  readonly coverage?: Coverage;
  readonly findings: readonly ReportedFinding[];
  /** What it is instead of a manifest, if it was skipped for that. */
  readonly skipped?: NotManifest;
  /** The server's response, if the report shows it. */
  readonly status?: ServerStatus;
}

/** Totals of a run. */
export interface ReportTotals {
  readonly files: number;
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  /** Manifests of kinds that nothing is known of: custom resources, for the most part. */
  readonly notJudged: number;
  /** Manifests that were not judged in full. */
  readonly partlyJudged: number;
  /** Files in folders that are no manifests: kustomizations, Helm charts and the like. */
  readonly notManifests: number;
  /** Documents without a manifest in them. */
  readonly emptyDocuments: number;
  /** Files and folders that a pattern leaves out. */
  readonly ignored: number;
}

/** A manifest as a report renders it, and its place in the input. */
export interface RenderedManifest<T> {
  /** File as it was given, `<stdin>` for standard input. */
  readonly file: string;
  /** Number of its document in the file, counted from 0. */
  readonly document: number;
  readonly rendered: T;
}

/**
 * Findings as a text of some format, piece by piece. Each manifest is rendered first, in any
 * thread and order; then the rendered manifests are added in the order of files and documents.
 */
export interface Report<T = unknown> {
  /** Renders one manifest as plain data, which may cross threads. */
  render(manifest: ReportedManifest): T;
  /** What stands before the first manifest. */
  start(): string;
  add(manifest: RenderedManifest<T>): string;
  /** What stands after the last one. */
  end(totals: ReportTotals): string;
}
