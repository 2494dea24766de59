import { checkArguments } from '../options/check';
import type { Finding } from './finding';
import { minorsOf } from './kubernetes-version';
import type { EngineOptions } from './engine';
import type { ValidationOptions } from './options';
import { engineOptionsOf } from './engine-options';
import { mergeVersions, type VersionedFinding } from './versioned';

/**
 * Validates manifests given as strings or plain objects, without constructs. Loads the engine on first use.
 */
export class ManifestValidator {
  private readonly options: EngineOptions;

  /**
   * @param options validation options
   * @throws Error that lists the known values, if `kubernetesVersion`, `podSecurity`, a rule or a pattern of
   * `customResources` is not
   */
  constructor(options: ValidationOptions = {}) {
    checkArguments('ManifestValidator', options);
    this.options = engineOptionsOf(options);
  }

  /**
   * Validates all manifests in a YAML or JSON string and returns the findings with line and column.
   *
   * @param text documents separated by `---`
   * @param file name of the file for the positions
   */
  public validateYaml(text: string, file?: string): Finding[] {
    checkArguments('ManifestValidator.validateYaml', text, file);
    const { judgeText } = require('./judging') as typeof import('./judging');
    return judgeText(text, file, this.options);
  }

  /**
   * Validates one manifest and returns the findings.
   *
   * @param manifest plain object with apiVersion, kind and metadata
   */
  public validate(manifest: any): Finding[] {
    const { judgeManifest } = require('./judging') as typeof import('./judging');
    return judgeManifest(manifest, this.options);
  }

  /**
   * Returns the object that a server would return for a manifest with `kubectl create --dry-run=server
   * --validate=strict -o json`: with defaults, with the changes of admission plugins that are enabled by
   * default, without dropped fields, and with values and keys as the server writes them. What only a server
   * can know is omitted: `uid`, `creationTimestamp`, `resourceVersion`, `managedFields`, a generated name, a
   * Job's labels and selector by UID, cluster IPs, node ports and the volume with a service account's token.
   * docs/defaulted.md lists the kinds whose defaults are known; objects of other kinds come back as they are,
   * written as a server writes them.
   *
   * @param manifest plain object with apiVersion, kind and metadata; it stays as it is
   * @throws Error with the server's message, if it rejects the manifest
   */
  public defaulted(manifest: any): any {
    const { defaulted } = require('./defaulting') as typeof import('./defaulting');
    const { object, status } = defaulted(manifest, this.options);
    if (!object) throw new Error(status.message);
    return object;
  }

  /**
   * Compares several Kubernetes versions and returns each finding in the manifests of a YAML or JSON string
   * once: what starts to fail, to warn or to be dropped when a cluster is upgraded, and what stops. The
   * validator's own version does not matter, its other options do.
   *
   * @param text documents separated by `---`
   * @param kubernetesVersions versions to compare: `1.30` to `1.37`, in any order
   * @param file name of the file for the positions
   * @throws Error that lists the known versions, if a version is unknown
   */
  public compareVersions(text: string, kubernetesVersions: string[], file?: string): VersionedFinding[] {
    checkArguments('ManifestValidator.compareVersions', text, kubernetesVersions, file);
    const { judgeText } = require('./judging') as typeof import('./judging');
    return mergeVersions(
      minorsOf(kubernetesVersions).map((minor) => ({
        minor,
        findings: judgeText(text, file, { ...this.options, minor }),
      })),
    );
  }
}
