import type { Source } from '../manifest/source';
import { withoutConsequences } from './consequences';
import { type EngineOptions, judge } from './engine';
import type { Finding } from './finding';
import { type JudgedFinding, judgeSource } from './judged';
import { toFinding } from './to-finding';
import { withSurroundings } from './surroundings';
import { surroundingsIn } from './surroundings-in';
import { Relations } from './related';
import { withSourceNamed } from './sources';
import { withStrangeNamed } from './strange-values';
import { suppresses } from './suppress/annotations';
import { isPartly } from './unknown-kinds/not-judged-text';
import type { RawFinding } from './collector';

export { internalError } from './internal-error';
export { judgeDocument, type JudgedFinding, type JudgedManifest } from './judged';
export { toFinding } from './to-finding';
export { surroundingsIn } from './surroundings-in';
export { notAManifest } from './sources';
export { definitionKey } from './custom-kinds/key';
export { bySentOrder, serverStatus } from './status';
export { mergeVersions } from './versioned';

// What the door of defaulted objects needs: it does not bring an engine and tables of its own.
export { decode } from './decode/decode';
export { USUAL } from './cluster';
export { judge, prepared } from './engine';
export { distinctOwners, setsGeneration } from './rules/metadata';
export { strategyOf } from './kinds';
export { podKinds, podPlace, podTemplatePath } from './pod-templates';
export { covers, kindOf, structOf } from './schema/schema';

/*
 * All of judging behind one door, which opens when something is first validated. The build makes one file of
 * it: to load its many small ones takes longer than to judge a hundred manifests.
 */

/**
 * Validates one manifest and returns the findings.
 *
 * @param more what else was found in it
 */
export function judgeManifest(
  manifest: unknown,
  options: EngineOptions,
  more: readonly RawFinding[] = [],
): Finding[] {
  const { resource, findings: judged } = judge(manifest, options);
  const findings = more.length ? [...more, ...judged] : judged;
  const relations = new Relations(manifest);
  const causes = withoutConsequences(manifest, findings, options, judge);
  const named = namedSource(manifest, causes).map((finding) => withStrangeNamed(manifest, finding));
  return counted(manifest, named, options).map((finding) => {
    const related = relations.of(finding).map(({ message, path }) => ({ message, path: path.toString() }));
    return toFinding(finding, resource, undefined, related);
  });
}

/** With what is no manifest named. */
function namedSource(manifest: unknown, findings: readonly RawFinding[]): readonly RawFinding[] {
  if (!findings.some(({ level }) => level === 'error')) return findings;
  return withSourceNamed(manifest, findings, {}).findings;
}

/** Without what annotations suppress. */
function counted(
  manifest: unknown,
  findings: readonly RawFinding[],
  options: EngineOptions,
): readonly RawFinding[] {
  if (!suppresses(manifest)) return findings;
  const { withoutSuppressed } = require('./suppress') as typeof import('./suppress');
  return withoutSuppressed(manifest, findings, options);
}

/** Findings of all manifests of a text, with their positions. */
export function judgeText(text: string, file: string | undefined, options: EngineOptions): Finding[] {
  return [...judgeSource(sourceOf(text, file), options)].flatMap((manifest) => manifest.findings());
}

/**
 * A text with manifests. The reader of YAML is loaded when there is one.
 *
 * @param linesBefore lines of the file before the text
 */
export function sourceOf(text: string, file?: string, linesBefore?: number): Source {
  const { Source } = require('../manifest/source') as typeof import('../manifest/source');
  return new Source(text, file, linesBefore);
}

/** A text and the name of its file. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** What was judged of several texts. */
export interface JudgedTexts {
  /** How many manifests there are. */
  readonly manifests: number;
  /** How many of them are of kinds that nothing is known of, and are no errors. */
  readonly notJudged: number;
  /** How many of them were not judged in full; 0 if the rule about it is off. */
  readonly partlyJudged: number;
  readonly suppressed: number;
  readonly findings: readonly Finding[];
}

/** Findings of all manifests of several texts, with their positions: Namespaces of one count for all. */
export function judgeTexts(texts: readonly NamedText[], options: EngineOptions): JudgedTexts {
  const sources = texts.map(({ file, text }) => sourceOf(text, file));
  const all = options.namespaces ? options : withSurroundings(options, surroundingsIn(sources));
  const judged = sources.flatMap((source) => [...judgeSource(source, all)]);
  const found = judged.map(({ judgement: { coverage }, reported }) => ({
    coverage,
    ...countedApart(reported()),
  }));
  return {
    manifests: judged.length,
    notJudged: found.filter(
      ({ coverage, findings }) => coverage === 'none' && !findings.some(({ level }) => level === 'error'),
    ).length,
    partlyJudged:
      options.rules?.['kind-not-judged'] === 'off'
        ? 0
        : found.filter(({ coverage }) => isPartly(coverage)).length,
    suppressed: found.reduce((sum, { suppressed }) => sum + suppressed, 0),
    findings: found.flatMap(({ findings }) => findings),
  };
}

/** The findings that count, and how many do not. */
function countedApart(reported: readonly JudgedFinding[]): {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
} {
  const findings = reported.filter(({ suppressed }) => !suppressed).map(({ finding }) => finding);
  return { findings, suppressed: reported.length - findings.length };
}
