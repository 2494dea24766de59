import { jsonText } from './json-text';
import { BASE, folderAddress } from './places';
import type { Report, ReportedManifest } from './reported';
import { SarifResults } from './sarif-result';
import { sarifRule } from './sarif-rule';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

interface Options {
  readonly toolVersion: string;
  readonly folder?: string;
}

/** A SARIF 2.1.0 log with one run, as code scanning takes it. The rules that occur come after the results, which name them by index. */
export class SarifReport implements Report {
  private readonly results: SarifResults;
  private separator = '\n';

  constructor(private readonly options: Options) {
    this.results = new SarifResults(options.folder);
  }

  start(): string {
    const { folder } = this.options;
    const bases = folder === undefined ? {} : { originalUriBaseIds: { [BASE]: { uri: folderAddress(folder) } } };
    const run = jsonText({ columnKind: 'utf16CodeUnits', ...bases });
    return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`;
  }

  manifest(manifest: ReportedManifest): string {
    return this.results.of(manifest).map((result) => {
      const text = this.separator + jsonText(result);
      this.separator = ',\n';
      return text;
    }).join('');
  }

  end(): string {
    const driver = {
      name: 'pod-patterns',
      fullName: 'cdk8s-pod-patterns',
      version: this.options.toolVersion,
      semanticVersion: this.options.toolVersion,
      informationUri: 'https://github.com/cdk8s-pod-patterns/cdk8s-pod-patterns',
      rules: this.results.rules.map(sarifRule),
    };
    return `\n],"tool":${jsonText({ driver })}}]}\n`;
  }
}
