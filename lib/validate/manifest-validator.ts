import { checkArguments } from '../options/check';
import type { Finding } from './finding';
import { minorsOf } from './kubernetes-version';
import type { EngineOptions } from './engine';
import type { ValidationOptions } from './options';
import { engineOptionsOf } from './engine-options';
import { mergeVersions, type VersionedFinding } from './versioned';

/**
 * Validation of manifests that are texts or plain objects, without constructs. Loads the engine when first
 * used.
 */
export class ManifestValidator {
  private readonly options: EngineOptions;

  /**
   * @param options what to judge by
   * @throws Error with what is known, where `kubernetesVersion`, `podSecurity`, a rule or a pattern of
   * `customResources` is not
   */
  constructor(options: ValidationOptions = {}) {
    checkArguments('ManifestValidator', options);
    this.options = engineOptionsOf(options);
  }

  /**
   * Findings of all manifests of a YAML or JSON text, with line and column.
   *
   * @param text documents separated by `---`
   * @param file name of the file that the text comes from, for the positions
   */
  public validateYaml(text: string, file?: string): Finding[] {
    checkArguments('ManifestValidator.validateYaml', text, file);
    const { judgeText } = require('./judging') as typeof import('./judging');
    return judgeText(text, file, this.options);
  }

  /**
   * Findings of one manifest.
   *
   * @param manifest plain object with apiVersion, kind and metadata
   */
  public validate(manifest: any): Finding[] {
    const { judgeManifest } = require('./judging') as typeof import('./judging');
    return judgeManifest(manifest, this.options);
  }

  /**
   * The object that a server would return for a manifest under `kubectl create --dry-run=server
   * --validate=strict -o json`: with its defaults, with what admission plugins that are on by default add,
   * without fields that it drops, values and keys as it writes them. What only a server can know is left out:
   * `uid`, `creationTimestamp`, `resourceVersion`, `managedFields`, a generated name, a Job's labels and
   * selector by UID, cluster IPs, node ports and the volume with a service account's token. docs/defaulted.md
   * lists the kinds whose defaults are known; objects of other kinds come back as they are, written as a
   * server writes them.
   *
   * @param manifest plain object with apiVersion, kind and metadata; it stays as it is
   * @throws Error with the server's words, where it refuses the manifest
   */
  public defaulted(manifest: any): any {
    const { defaulted } = require('./defaulting') as typeof import('./defaulting');
    const { object, status } = defaulted(manifest, this.options);
    if (!object) throw new Error(status.message);
    return object;
  }

  /**
   * What several Kubernetes versions say of the manifests of a YAML or JSON text, each finding once: what
   * begins to fail, to warn or to be dropped when a cluster is upgraded, and what ends. The validator's own
   * version does not matter, its other options do.
   *
   * @param text documents separated by `---`
   * @param kubernetesVersions versions to compare: `1.30` to `1.36`, in any order
   * @param file name of the file that the text comes from, for the positions
   * @throws Error with the known versions, where a version is not one of them
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
