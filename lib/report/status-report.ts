import type { Report, ReportedManifest } from './reported';

/** What a server would have said and nothing else, one line of JSON a manifest. */
export class StatusReport implements Report {
  start(): string {
    return '';
  }

  manifest({ file, document, kubernetesVersion, status }: ReportedManifest): string {
    if (!status) throw new Error(`document ${document} of ${file} comes without its status`);
    const { ok, code, reason, message, causes, warnings } = status;
    return `${JSON.stringify({ file, document, kubernetesVersion, ok, code, reason, message, causes, warnings })}\n`;
  }

  end(): string {
    return '';
  }
}
