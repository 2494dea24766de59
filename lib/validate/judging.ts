import type { Source } from '../manifest/source';
import type { Defaulted, DefaultedOptions } from './defaulted/defaulted';
import { type EngineOptions, judge } from './engine';
import type { Finding } from './finding';
import { judgeSource, toFinding } from './judged';
import { relatedTo } from './related';

export { judgeDocument, type JudgedManifest, namespacesIn } from './judged';
export { serverStatus } from './status';
export { mergeVersions } from './versioned';

/*
 * All of judging behind one door, which opens when something is first validated. The build makes one file of it: to
 * load its many small ones takes longer than to judge a hundred manifests.
 */

/** Findings of one manifest. `construct` is the path of the construct that it comes from. */
export function judgeManifest(manifest: unknown, options: EngineOptions, construct?: string): Finding[] {
  const { resource, findings } = judge(manifest, options);
  return findings.map((finding) => {
    const related = relatedTo(finding, manifest).map(({ message, path }) => ({ message, path: path.toString() }));
    return toFinding(finding, resource, undefined, construct, related);
  });
}

/** What a server answers to one manifest: the object that it would return, or why it refuses. */
export function defaultedManifest(manifest: unknown, options: DefaultedOptions): Defaulted {
  const { defaulted } = require('./defaulted/defaulted') as typeof import('./defaulted/defaulted');
  return defaulted(manifest, options);
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
