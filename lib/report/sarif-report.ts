import { jsonEntries, jsonText } from './json-text';
import { URI_BASE_ID, folderAddress } from './file-address';
import type { Report, ReportedManifest, ReportTotals, RenderedManifest } from './reported';
import { SarifResults } from './sarif-result';
import { sarifRule } from './sarif-rule';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

interface Options {
  readonly toolVersion: string;
  readonly folder?: string;
}

/** One result, without its rule. */
interface RenderedResult {
  readonly rule: string;
  readonly entries: string;
}

/**
 * A SARIF 2.1.0 log with one run, as code scanning takes it. The rules that occur come after the results,
 * which name them by index.
 */
export class SarifReport implements Report<readonly RenderedResult[]> {
  private readonly results: SarifResults;
  /** Ids of the rules in the order in which they occur first, with their numbers. */
  private readonly rules = new Map<string, number>();
  private separator = '\n';

  constructor(private readonly options: Options) {
    this.results = new SarifResults(options.folder);
  }

  render(manifest: ReportedManifest): readonly RenderedResult[] {
    return this.results.of(manifest).map((result, index) => ({
      rule: manifest.findings[index].finding.rule,
      entries: jsonEntries(result),
    }));
  }

  start(): string {
    const { folder } = this.options;
    const bases =
      folder === undefined ? {} : { originalUriBaseIds: { [URI_BASE_ID]: { uri: folderAddress(folder) } } };
    const run = jsonText({ columnKind: 'utf16CodeUnits', ...bases });
    return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`;
  }

  add({ rendered }: RenderedManifest<readonly RenderedResult[]>): string {
    return rendered
      .map(({ rule, entries }) => {
        const text = `${this.separator}{${jsonEntries({ ruleId: rule, ruleIndex: this.numberOf(rule) })},${entries}}`;
        this.separator = ',\n';
        return text;
      })
      .join('');
  }

  private numberOf(rule: string): number {
    const number = this.rules.get(rule) ?? this.rules.size;
    this.rules.set(rule, number);
    return number;
  }

  end(summary: ReportTotals): string {
    const driver = {
      name: 'pod-patterns',
      fullName: 'cdk8s-pod-patterns',
      version: this.options.toolVersion,
      semanticVersion: this.options.toolVersion,
      informationUri: 'https://github.com/cdk8s-pod-patterns/cdk8s-pod-patterns',
      rules: [...this.rules.keys()].map(sarifRule),
    };
    return `\n],"tool":${jsonText({ driver })},"properties":${jsonText({ summary })}}]}\n`;
  }
}
