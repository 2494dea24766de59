import { jsonText } from './json-text';
import type { Report, ReportedManifest, ToldManifest } from './reported';

/** Only the server's response, one line of JSON per manifest. */
export class StatusReport implements Report<string> {
  tell({ file, kubernetesVersion, status }: ReportedManifest): string {
    if (!status) throw new Error(`a manifest of ${file} comes without its status`);
    const { ok, code, reason, message, causes, warnings } = status;
    return jsonText({ kubernetesVersion, ok, code, reason, message, causes, warnings }).slice(1);
  }

  start(): string {
    return '';
  }

  add({ file, document, told }: ToldManifest<string>): string {
    return `${jsonText({ file, document }).slice(0, -1)},${told}\n`;
  }

  end(): string {
    return '';
  }
}
