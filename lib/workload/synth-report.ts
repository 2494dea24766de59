import type { ApiObject } from 'cdk8s';
import { withCurrentSourceLines } from '../construct/with-source-lines';
import { constructsReport } from '../report/lazy';
import type { Finding } from '../validate/finding';
import { isNote } from '../validate/unknown-kinds/not-judged-text';

/**
 * Report at synth: cdk8s validates once for the app and once for every chart, but each finding is printed
 * once.
 */
export class SynthReport {
  private readonly reported = new Set<string>();
  private pending: Finding[] = [];

  add(object: ApiObject, findings: readonly Finding[]): void {
    const fresh = findings.filter((finding) => !this.reported.has(keyOf(object, finding)));
    fresh.forEach((finding) => this.reported.add(keyOf(object, finding)));
    this.pending.push(
      ...fresh.filter(isNote),
      ...withCurrentSourceLines(
        object,
        fresh.filter((finding) => !isNote(finding)),
      ),
    );
  }

  /** Prints new findings to standard error. */
  print(): void {
    const { pending } = this;
    this.pending = [];
    if (!pending.length) return;
    process.stderr.write(`${constructsReport().constructsText(pending)}\n`);
  }
}

/** A note is about all objects of a kind. */
const keyOf = ({ node }: ApiObject, finding: Finding) =>
  [isNote(finding) ? '' : node.path, finding.rule, finding.path, finding.message].join(' ');
