import type { Finding } from './finding';
import { minorsOf } from './kubernetes-version';
import type { EngineOptions } from './engine';
import type { ValidationOptions } from './options';
import { engineOptionsOf } from './engine-options';
import { mergeVersions, type VersionedFinding } from './versioned';

/** Validation of manifests that are texts or plain objects, without constructs. Loads the engine when first used. */
export class ManifestValidator {
  private readonly options: EngineOptions;

  /**
   * @param options what to judge by
   * @throws Error with what is known, where `kubernetesVersion`, `podSecurity` or a rule is not
   */
  constructor(options: ValidationOptions = {}) {
    this.options = engineOptionsOf(options);
  }

  /**
   * Findings of all manifests of a YAML or JSON text, with line and column.
   *
   * @param text documents separated by `---`
   * @param file name of the file that the text comes from, for the positions
   */
  public validateYaml(text: string, file?: string): Finding[] {
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
   * What several Kubernetes versions say of the manifests of a YAML or JSON text, each finding once: what begins to
   * fail, to warn or to be dropped when a cluster is upgraded, and what ends. The validator's own version does not
   * matter, its other options do.
   *
   * @param text documents separated by `---`
   * @param kubernetesVersions versions to compare: `1.30` to `1.36`, in any order
   * @param file name of the file that the text comes from, for the positions
   * @throws Error with the known versions, where a version is not one of them
   */
  public compareVersions(text: string, kubernetesVersions: string[], file?: string): VersionedFinding[] {
    const { judgeText } = require('./judging') as typeof import('./judging');
    return mergeVersions(minorsOf(kubernetesVersions).map((minor) => ({ minor, findings: judgeText(text, file, { ...this.options, minor }) })));
  }
}
