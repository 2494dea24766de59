import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkArguments } from '../options/check';
import { engineOptionsOf } from '../validate/engine-options';
import type { Finding } from '../validate/finding';
import type { ValidationOptions } from '../validate/options';
import type { Made } from './make';

/** Printing is loaded when something is first printed. */
const make = () => require('./make') as typeof import('./make');

/** A manifest that a generator of kubectl has made. */
export class KubectlManifest {
  /** @internal */
  public static _of(made: Made): KubectlManifest {
    return new KubectlManifest(made);
  }

  /** The manifest as a plain object. */
  public readonly manifest: any;

  /** What kubectl says on the way and does not refuse. */
  public readonly warnings: string[];

  private constructor({ manifest, warnings }: Made) {
    this.manifest = manifest;
    this.warnings = warnings;
  }

  /** YAML as kubectl prints it with `--dry-run=client -o yaml`, byte for byte. */
  public toYaml(): string {
    return make().toYaml(this.manifest);
  }

  /** JSON as kubectl prints it with `--dry-run=client -o json`, byte for byte. */
  public toJson(): string {
    return make().toJson(this.manifest);
  }

  /**
   * A construct with this manifest.
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
   * What a server and our own rules say of the manifest.
   *
   * @param options what to judge by
   */
  public validate(options: ValidationOptions = {}): Finding[] {
    checkArguments('KubectlManifest.validate', options);
    const { judgeManifest } = require('../validate/judging') as typeof import('../validate/judging');
    return judgeManifest(this.manifest, engineOptionsOf(options));
  }
}
