import type { RawFinding } from '../collector';
import { FieldPath } from '../path';
import { withPlaceholdersNamed } from './placeholders';
import { recognized } from './recognize';
import { NOT_A_MANIFEST } from './rules';
import { commandFor, type NotManifest, sortName, type SourceSort } from './sorts';

/** Findings about a document, and what it is if it is no manifest. */
export interface NamedSource {
  readonly findings: readonly RawFinding[];
  readonly source?: NotManifest;
  /** Whether the only finding stands for all that is found, syntax included. */
  readonly isWhole?: boolean;
}

export interface SourceContext {
  readonly file?: string;
  /** What the document is if it does not parse because of what a program has yet to replace. */
  readonly unparsed?: SourceSort;
}

/**
 * Names what manifests are made of, and what other programs read: one finding says what it is, instead of all
 * that a server would find wrong with it.
 */
export function withSourceNamed(
  value: unknown,
  findings: readonly RawFinding[],
  { file, unparsed }: SourceContext,
): NamedSource {
  const sort = unparsed ?? recognized(value, file, findings);
  if (sort) return { findings: [notAManifest({ sort, file })], source: { sort, file }, isWhole: true };
  const named = withPlaceholdersNamed(value, findings, file);
  return named.sort
    ? { findings: named.findings, source: { sort: named.sort, file } }
    : { findings: named.findings };
}

/** The finding about a file that is no manifest. */
export function notAManifest(source: NotManifest): RawFinding {
  const command = commandFor(source);
  return {
    rule: NOT_A_MANIFEST.id,
    level: 'error',
    stage: 'read',
    path: FieldPath.ROOT,
    message: `this is ${sortName(source.sort)}, not a manifest`,
    reason: 'Client',
    suggestion: command
      ? `validate the manifests that it becomes: ${command}`
      : 'do not validate it: it is not for a cluster',
  };
}
