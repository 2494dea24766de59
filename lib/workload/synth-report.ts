import type { ApiObject } from 'cdk8s';
import { withCurrentSourceLines } from '../construct/with-source-lines';
import { constructsReport } from '../report/lazy';
import type { Finding } from '../validate/finding';

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
    this.pending.push(...withCurrentSourceLines(object, fresh));
  }

  /** Prints new findings to standard error. */
  print(): void {
    const { pending } = this;
    this.pending = [];
    if (!pending.length) return;
    process.stderr.write(`${constructsReport().constructsText(pending)}\n`);
  }
}

const keyOf = ({ node }: ApiObject, { rule, path, message }: Finding) =>
  [node.path, rule, path, message].join(' ');
