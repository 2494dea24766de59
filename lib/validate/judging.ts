import { type EngineOptions, judge } from './engine';
import type { Finding } from './finding';
import { judgeSource, toFinding } from './judged';
import { type ServerStatus, serverStatus } from './status';

/*
 * All of judging behind one door, which opens when something is first validated. The build makes one file of it: to
 * load its many small ones takes longer than to judge a hundred manifests.
 */

/** Findings of one manifest. `construct` is the path of the construct that it comes from. */
export function judgeManifest(manifest: unknown, options: EngineOptions, construct?: string): Finding[] {
  const { resource, findings } = judge(manifest, options);
  return findings.map((finding) => toFinding(finding, resource, undefined, construct));
}

/** Findings of all manifests of a text, with their positions. */
export function judgeText(text: string, file: string | undefined, options: EngineOptions): Finding[] {
  const { Source } = require('../manifest/source') as typeof import('../manifest/source');
  return [...judgeSource(new Source(text, file), options)].flatMap((manifest) => manifest.findings());
}

/** What a server would have said to one manifest. */
export function statusOf(manifest: unknown, options: EngineOptions): ServerStatus {
  return serverStatus(judge(manifest, options));
}
