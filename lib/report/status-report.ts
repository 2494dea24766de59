import { jsonText } from './json-text';
import type { Coverage } from '../validate/unknown-kinds/not-judged-text';
import type { Report, ReportedManifest, RenderedManifest } from './reported';

/** Only the server's response, one line of JSON per manifest. */
export class StatusReport implements Report<string> {
  render({ file, kubernetesVersion, status, coverage }: ReportedManifest): string {
    if (!status) throw new Error(`a manifest of ${file} comes without its status`);
    const { ok, code, reason, message, causes, warnings } = status;
    const judged = coverage && JUDGED[coverage];
    return jsonText({ kubernetesVersion, ok, code, reason, message, causes, warnings, judged }).slice(1);
  }

  start(): string {
    return '';
  }

  add({ file, document, rendered }: RenderedManifest<string>): string {
    return `${jsonText({ file, document }).slice(0, -1)},${rendered}\n`;
  }

  end(): string {
    return '';
  }
}

/** How much of a manifest the response is based on; everything where there is no such field. */
const JUDGED: { readonly [coverage in Coverage]: string } = {
  none: 'none',
  pods: 'pods',
  partial: 'schema',
  rules: 'rules',
};
