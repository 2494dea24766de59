import type { ApiObject } from 'cdk8s';
import { withSources } from '../construct/sourced';
import { constructsReport } from '../report/lazy';
import type { Finding } from '../validate/finding';

/**
 * Report at synth: cdk8s validates once for the app and once for every chart, but each finding is printed
 * once.
 */
export class SynthReport {
  private readonly told = new Set<string>();
  private news: Finding[] = [];

  add(object: ApiObject, findings: readonly Finding[]): void {
    const fresh = findings.filter((finding) => !this.told.has(keyOf(object, finding)));
    fresh.forEach((finding) => this.told.add(keyOf(object, finding)));
    this.news.push(...withSources(object, fresh));
  }

  /** Prints to standard error what is new. */
  print(): void {
    const { news } = this;
    this.news = [];
    if (!news.length) return;
    process.stderr.write(`${constructsReport().constructsText(news)}\n`);
  }
}

const keyOf = ({ node }: ApiObject, { rule, path, message }: Finding) =>
  [node.path, rule, path, message].join(' ');
