import type { ApiObject } from 'cdk8s';
import { userConstruct } from '../construct/user-construct';
import { judgeObject, judgeWritten } from '../construct/judged-object';
import type { Source } from '../manifest/source';
import type { EngineOptions } from '../validate/engine';
import type { Finding } from '../validate/finding';
import { judging } from '../validate/lazy';
import type { ValidationOptions } from '../validate/options';
import { joined, type Surroundings, surroundingsAmong, withSurroundings } from '../validate/surroundings';
import { withSourceLine } from './constructs';
import type { ManifestEntry } from './entry';
import { frameAt } from './frame';
import { engineOptions } from './options';

/** A finding, and what is only looked up where it is shown. */
export interface Judged {
  readonly finding: Finding;
  /** The finding with the line of the user's source. */
  withSourceLine(): Finding;
  /** The lines that it is about. */
  frame(): string | undefined;
}

/** @param around what decides about the manifests besides themselves */
export type Judge = (options: ValidationOptions, around?: Around) => readonly Judged[];

/** Other manifests of the run, and the former state of the object. */
export interface Around {
  readonly manifests: readonly object[];
  readonly former?: object;
}

const ALONE: Around = { manifests: [] };

interface JudgedConstruct {
  readonly object: ApiObject;
  readonly entry: ManifestEntry;
  /** What synth judges the object by. */
  readonly configured?: EngineOptions;
}

/** Options with what other manifests decide, which is only counted if some of them decide anything. */
function optionsIn(
  own: Surroundings,
  options: EngineOptions,
  manifests: () => Iterable<unknown>,
  { manifests: others, former }: Around,
): EngineOptions {
  const surroundings = others.length ? joined([surroundingsAmong(others), own]) : own;
  if (!surroundings.admission) return withSurroundings(options, surroundings);
  const all = judging().inRun(options, surroundings, function* () {
    yield* others;
    yield* manifests();
  });
  return former && all.admission ? { ...all, admission: { ...all.admission, former } } : all;
}

/** An object that is as it was is not judged again. */
export const judgedObjects =
  (
    objects: readonly JudgedConstruct[],
    surroundingsOf: () => Surroundings,
    manifests: () => readonly object[],
  ): Judge =>
  (given, around = ALONE) => {
    const surroundings = surroundingsOf();
    return objects.flatMap(({ object, entry, configured }) => {
      const options = optionsIn(surroundings, engineOptions(given, configured), manifests, around);
      return withPositions(
        judgeObject(object, entry.manifest, options, userConstruct(object)),
        entry,
        options,
      ).map((judged) => ({
        ...judged,
        withSourceLine: () => withSourceLine(judged.finding, object, entry.manifest),
      }));
    });
  };

export const judgedManifests =
  (entries: readonly ManifestEntry[]): Judge =>
  (given, around = ALONE) => {
    const manifests = entries.map(({ manifest }) => manifest);
    const options = optionsIn(surroundingsAmong(manifests), engineOptions(given), () => manifests, around);
    return entries.flatMap((entry) => withPositions(judgeWritten(entry.manifest, options), entry, options));
  };

/**
 * Findings about a manifest that was read from nowhere: their places are those in the YAML that it is written
 * as.
 */
function withPositions(findings: readonly Finding[], entry: ManifestEntry, options: EngineOptions): Judged[] {
  let found: readonly Finding[] | undefined;
  return findings.map((finding) => ({
    finding,
    withSourceLine: () => finding,
    frame: () => {
      const { source } = entry.text;
      found ??= judging().judgeText(source.text, undefined, options);
      const position = found.find(
        (other) =>
          other.rule === finding.rule && other.path === finding.path && other.message === finding.message,
      )?.position;
      return position && frameAt(source, position);
    },
  }));
}

const textOptions = (source: Source, options: EngineOptions, around: Around) =>
  optionsIn(judging().surroundingsIn([source]), options, () => judging().manifestsIn(source), around);

/** What the last text was found to be: several matchers in a row are given the same. */
let lastJudged: { readonly key: string; readonly findings: readonly Finding[] } | undefined;

export const judgedText =
  (source: Source): Judge =>
  (given, around) => {
    const options = around ? textOptions(source, engineOptions(given), around) : engineOptions(given);
    const key = JSON.stringify([source.text, given, around]);
    if (lastJudged?.key !== key) {
      lastJudged = { key, findings: judging().judgeText(source.text, undefined, options) };
    }
    return lastJudged.findings.map((finding) => ({
      finding,
      withSourceLine: () => finding,
      frame: () => finding.position && frameAt(source, finding.position),
    }));
  };
