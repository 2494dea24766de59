import { jsonText } from './json-text';
import type { Report, ReportedManifest, RenderedManifest } from './reported';

/** Only the server's response, one line of JSON per manifest. */
export class StatusReport implements Report<string> {
  render({ file, kubernetesVersion, status }: ReportedManifest): string {
    if (!status) throw new Error(`a manifest of ${file} comes without its status`);
    const { ok, code, reason, message, causes, warnings } = status;
    return jsonText({ kubernetesVersion, ok, code, reason, message, causes, warnings }).slice(1);
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
