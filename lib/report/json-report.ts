import { jsonEntries, jsonText } from './json-text';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, ToldManifest } from './reported';

/**
 * Version of the shape, which grows when something in it changes or goes; what is added leaves it as it is.
 */
const SHAPE = 1;

/** One document with all findings as data, one line per manifest. */
export class JsonReport implements Report<string> {
  private separator = '\n';

  constructor(private readonly options: { readonly toolVersion: string }) {}

  tell({ kubernetesVersion, resource, coverage, findings }: ReportedManifest): string {
    return jsonEntries({ kubernetesVersion, resource, coverage, findings: findings.map(findingData) });
  }

  start(): string {
    const head = jsonText({
      version: SHAPE,
      tool: { name: 'pod-patterns', version: this.options.toolVersion },
    });
    return `${head.slice(0, -1)},"manifests":[`;
  }

  add({ file, document, told }: ToldManifest<string>): string {
    const text = `${this.separator}{${jsonEntries({ file, document })},${told}}`;
    this.separator = ',\n';
    return text;
  }

  end(totals: ReportTotals): string {
    return `\n],"summary":${jsonText(totals)}}\n`;
  }
}

const findingData = ({ finding, history, suppressed }: ReportedFinding) => ({
  ...finding,
  history,
  suppressed,
});
