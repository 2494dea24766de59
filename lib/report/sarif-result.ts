import { createHash } from 'node:crypto';
import type { FindingPosition, FindingResource } from '../validate/finding';
import { URI_BASE_ID, fileAddress, relativePath } from './file-address';
import type { ReportedFinding, ReportedManifest } from './reported';
import { SARIF_LEVELS } from './sarif-rule';
import { messageText } from './text';

/** Findings as results of SARIF, but for the rules that they are of. */
export class SarifResults {
  constructor(private readonly folder: string | undefined) {}

  of(manifest: ReportedManifest): object[] {
    const seen = new Map<string, number>();
    return manifest.findings.map((found) => this.result(manifest, found, seen));
  }

  private result(manifest: ReportedManifest, found: ReportedFinding, seen: Map<string, number>): object {
    const {
      finding: { level },
      suppressed,
      history,
    } = found;
    return {
      level: SARIF_LEVELS[level],
      message: { text: resultText(found) },
      locations: [this.location(manifest, found)],
      ...this.related(manifest, found),
      partialFingerprints: { 'manifestField/v1': this.fingerprint(manifest, found, seen) },
      ...(suppressed
        ? {
            suppressions: [
              { kind: 'inSource', ...(suppressed.reason ? { justification: suppressed.reason } : {}) },
            ],
          }
        : {}),
      properties: { stage: found.finding.stage, kubernetesVersion: manifest.kubernetesVersion, history },
    };
  }

  private location(
    { file }: ReportedManifest,
    { finding: { position, resource, path } }: ReportedFinding,
  ): object {
    const logicalLocations = [
      ...resourceLocation(resource),
      ...(path ? [fieldLocation(resource, path)] : []),
    ];
    return {
      physicalLocation: this.place(file, position),
      ...(logicalLocations.length ? { logicalLocations } : {}),
    };
  }

  private related({ file }: ReportedManifest, { finding: { related, resource } }: ReportedFinding): object {
    if (!related) return {};
    return {
      relatedLocations: related.map(({ message, path, position, resource: own = resource }, index) => ({
        id: index + 1,
        physicalLocation: this.place(position?.file ?? file, position),
        message: { text: message },
        ...(path ? { logicalLocations: [fieldLocation(own, path)] } : {}),
      })),
    };
  }

  private place(file: string, position: FindingPosition | undefined): object {
    const { uri, relative } = fileAddress(file, this.folder);
    const { line, column } = position ?? { line: 1, column: 1 };
    return {
      artifactLocation: { uri, ...(relative ? { uriBaseId: URI_BASE_ID } : {}) },
      region: { startLine: line, startColumn: column },
    };
  }

  /**
   * The same for a finding that has only moved: of its file, manifest, rule and field, and its number where
   * there are several.
   */
  private fingerprint(
    { file, kubernetesVersion }: ReportedManifest,
    { finding }: ReportedFinding,
    seen: Map<string, number>,
  ): string {
    const { rule, path, resource } = finding;
    const what = JSON.stringify([
      relativePath(file, this.folder),
      nameOf(resource),
      rule,
      path,
      kubernetesVersion,
    ]);
    const number = (seen.get(what) ?? 0) + 1;
    seen.set(what, number);
    return `${createHash('sha256').update(what).digest('hex').slice(0, 32)}:${number}`;
  }
}

function resultText(found: ReportedFinding): string {
  const { finding, history } = found;
  const suggestion = finding.suggestion ? `Suggestion: ${finding.suggestion}` : undefined;
  return [messageText(finding), suggestion, history].filter(Boolean).join('\n');
}

const nameOf = ({ apiVersion, kind, namespace, name }: FindingResource) =>
  [apiVersion, kind, namespace, name].filter(Boolean).join('/');

const resourceLocation = (resource: FindingResource): object[] =>
  nameOf(resource) ? [{ name: resource.name, fullyQualifiedName: nameOf(resource), kind: 'resource' }] : [];

const fieldLocation = (resource: FindingResource, path: string) => ({
  name: path.split('.').at(-1),
  fullyQualifiedName: [nameOf(resource), path].filter(Boolean).join('/'),
  kind: 'property',
});
