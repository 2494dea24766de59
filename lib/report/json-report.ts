import { jsonEntries, jsonText } from './json-text';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals, RenderedManifest } from './reported';

/**
 * Version of the shape, which grows when something in it changes or goes; what is added leaves it as it is.
 */
const FORMAT_VERSION = 1;

/** One document with all findings as data, one line per manifest. */
export class JsonReport implements Report<string> {
  private separator = '\n';

  constructor(private readonly options: { readonly toolVersion: string }) {}

  render({ kubernetesVersion, resource, coverage, findings }: ReportedManifest): string {
    return jsonEntries({ kubernetesVersion, resource, coverage, findings: findings.map(findingData) });
  }

  start(): string {
    const head = jsonText({
      version: FORMAT_VERSION,
      tool: { name: 'pod-patterns', version: this.options.toolVersion },
    });
    return `${head.slice(0, -1)},"manifests":[`;
  }

  add({ file, document, rendered }: RenderedManifest<string>): string {
    const text = `${this.separator}{${jsonEntries({ file, document })},${rendered}}`;
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
