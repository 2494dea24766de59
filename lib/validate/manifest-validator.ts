import type { Finding } from './finding';
import { minorOf } from './kubernetes-version';
import type { ValidationOptions } from './options';

/** Validation of manifests that are texts or plain objects, without constructs. Loads the engine when first used. */
export class ManifestValidator {
  private readonly minor: number;

  /**
   * @param options what to judge by
   * @throws Error with the known versions, where `kubernetesVersion` is not one of them
   */
  constructor(options: ValidationOptions = {}) {
    this.minor = minorOf(options.kubernetesVersion);
  }

  /**
   * Findings of all manifests of a YAML or JSON text, with line and column.
   *
   * @param text documents separated by `---`
   * @param file name of the file that the text comes from, for the positions
   */
  public validateYaml(text: string, file?: string): Finding[] {
    const { judgeText } = require('./judging') as typeof import('./judging');
    return judgeText(text, file, this.minor);
  }

  /**
   * Findings of one manifest.
   *
   * @param manifest plain object with apiVersion, kind and metadata
   */
  public validate(manifest: any): Finding[] {
    const { judgeManifest } = require('./judging') as typeof import('./judging');
    return judgeManifest(manifest, this.minor);
  }
}
