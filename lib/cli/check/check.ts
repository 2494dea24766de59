import { Source } from '../../manifest/source';
import { textOf, UnreadableText } from '../../manifest/text';
import type { Excerpt, ReportedFinding, ReportedManifest } from '../../report/reported';
import { historyText } from '../../report/text';
import type { Finding } from '../../validate/finding';
import { type JudgedManifest, judgeSource, namespacesIn } from '../../validate/judged';
import type { RuleLevels } from '../../validate/lint/levels';
import type { PodSecurity } from '../../validate/pod-security/policy';
import { serverStatus } from '../../validate/status';
import { mergeVersions } from '../../validate/versioned';
import { failureText } from '../failure';
import type { World } from '../world';

/** How to judge files, and what is to be known of them. */
export interface CheckOptions {
  /** Minors to judge by, oldest first. */
  readonly minors: readonly number[];
  readonly podSecurity?: PodSecurity;
  readonly rules?: RuleLevels;
  /** Threads to judge with. */
  readonly jobs: number;
  /** Findings, findings of manifests whether they have any or not, or what a server would have said. */
  readonly wants: 'findings' | 'manifests' | 'status';
  /** Whether findings need the lines around them. */
  readonly excerpts: boolean;
  /** Called for every file that cannot be read; the others are judged all the same. */
  readonly unread: (file: string, why: string) => void;
}

/** Judges the manifests of files, in the order of the files. Namespaces of any of them count for all. */
export async function* checkFiles(files: readonly string[], options: CheckOptions, world: World): AsyncGenerator<ReportedManifest> {
  const sources = files.flatMap((file) => sourceOf(file, options, world) ?? []);
  const namespaces = namespacesIn(sources);
  const { minors, podSecurity, rules, wants } = options;
  for (const source of sources) {
    const judged = minors.map((minor) => judgeSource(source, { minor, podSecurity, namespaces, rules: wants === 'status' ? undefined : rules }));
    for (const manifests of together(judged)) yield* wants === 'status' ? statuses(manifests, source, minors) : [reported(manifests, source, options)];
  }
}

function sourceOf(file: string, { unread }: CheckOptions, world: World): Source | undefined {
  try {
    return new Source(textOf(world.read(file)), file === '-' ? '<stdin>' : file);
  } catch (error) {
    unread(file, error instanceof UnreadableText ? error.message : failureText(error));
    return undefined;
  }
}

/** What several minors say of one manifest after the other. */
function* together(all: readonly Iterator<JudgedManifest>[]): Generator<readonly JudgedManifest[]> {
  for (;;) {
    const next = all.map((manifests) => manifests.next());
    if (next.some(({ done }) => done)) return;
    yield next.map(({ value }) => value as JudgedManifest);
  }
}

function* statuses(manifests: readonly JudgedManifest[], source: Source, minors: readonly number[]): Generator<ReportedManifest> {
  for (const [index, { document, judgement, reported }] of manifests.entries()) {
    const version = minors.length > 1 ? { kubernetesVersion: `1.${minors[index]}` } : {};
    const findings = reported().map(({ finding }) => ({ finding })).filter(({ finding }) => finding.source !== 'lint');
    yield { file: source.file!, document, ...version, resource: judgement.resource, findings, status: serverStatus(judgement) };
  }
}

/** Findings of several minors are told once, with which of them have it. */
function reported(manifests: readonly JudgedManifest[], source: Source, { minors, excerpts }: CheckOptions): ReportedManifest {
  const [{ document, judgement: { resource } }] = manifests;
  const findings = minors.length > 1 ? versioned(manifests, minors) : manifests[0].reported();
  const withLines = excerpts ? findings.map((found) => ({ ...found, ...excerptOf(found.finding, source) })) : findings;
  return { file: source.file!, document, resource, findings: withLines };
}

function versioned(manifests: readonly JudgedManifest[], minors: readonly number[]): ReportedFinding[] {
  const all = manifests.map((manifest) => manifest.reported());
  const suppressed = new Map(all.flat().map((found) => [found.finding, found.suppressed]));
  return mergeVersions(all.map((found, index) => ({ minor: minors[index], findings: found.map(({ finding }) => finding) }))).map((merged) => {
    const reason = suppressed.get(merged.finding);
    return { finding: merged.finding, history: historyText(merged), ...(reason ? { suppressed: reason } : {}) };
  });
}

/** Lines shown before and after the one in question. */
const CONTEXT = 1;

function excerptOf({ position }: Finding, { lines }: Source): { readonly excerpt?: Excerpt } {
  if (!position) return {};
  const first = Math.max(1, position.line - CONTEXT);
  const last = Math.min(lines.count, position.line + CONTEXT);
  return { excerpt: { first, lines: Array.from({ length: last - first + 1 }, (_, index) => lines.line(first + index)) } };
}
