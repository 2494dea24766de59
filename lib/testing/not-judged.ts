import { constructsReport } from '../report/lazy';
import { isNote } from '../validate/unknown-kinds/not-judged-text';
import type { Judged } from './judging';

const told = new Set<string>();

/** Prints what was not judged of the kinds of valid manifests, of each kind once. */
export function tellNotJudged(judged: readonly Judged[]): void {
  const fresh = judged
    .map(({ finding }) => finding)
    .filter((finding) => isNote(finding) && !told.has(finding.message));
  for (const { message } of fresh) told.add(message);
  if (fresh.length) process.stderr.write(constructsReport().constructsText(fresh));
}
