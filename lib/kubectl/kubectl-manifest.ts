import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkArguments } from '../options/check';
import { engineOptionsOf } from '../validate/engine-options';
import type { Finding } from '../validate/finding';
import type { ValidationOptions } from '../validate/options';
import type { GeneratedManifest } from './generated-manifest';

/** Printing is loaded on first use. */
const printing = () => require('./generate-from-options') as typeof import('./generate-from-options');

/** A manifest that a kubectl generator created. */
export class KubectlManifest {
  /** @internal */
  public static _of(made: GeneratedManifest): KubectlManifest {
    return new KubectlManifest(made);
  }

  /** The manifest as a plain object. */
  public readonly manifest: any;

  /** Warnings that kubectl prints. */
  public readonly warnings: string[];

  private constructor({ manifest, warnings }: GeneratedManifest) {
    this.manifest = manifest;
    this.warnings = warnings;
  }

  /** Returns the YAML that kubectl prints with `--dry-run=client -o yaml`, byte for byte. */
  public toYaml(): string {
    return printing().toYaml(this.manifest);
  }

  /** Returns the JSON that kubectl prints with `--dry-run=client -o json`, byte for byte. */
  public toJson(): string {
    return printing().toJson(this.manifest);
  }

  /**
   * Adds the manifest to a chart or construct.
   *
   * @param scope chart or construct to add it to
   * @param id id of the construct
   */
  public addTo(scope: Construct, id: string): ApiObject {
    checkArguments('KubectlManifest.addTo', scope, id);
    const cdk8s = require('cdk8s') as typeof import('cdk8s');
    return new cdk8s.ApiObject(scope, id, structuredClone(this.manifest));
  }

  /**
   * Validates the manifest and returns the findings.
   *
   * @param options validation options
   */
  public validate(options: ValidationOptions = {}): Finding[] {
    checkArguments('KubectlManifest.validate', options);
    const { judgeManifest } = require('../validate/judging') as typeof import('../validate/judging');
    return judgeManifest(this.manifest, engineOptionsOf(options));
  }
}
