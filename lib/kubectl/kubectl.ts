import type { FlagTable } from './flags/flag';
import { CREATE_CONFIG_MAP } from './generate/create-config-map';
import { CREATE_DEPLOYMENT } from './generate/create-deployment';
import { CREATE_NAMESPACE } from './generate/create-namespace';
import type { Generator } from './generate/generator';
import { RUN } from './generate/run';
import { givenByOptions, type Options } from './given-options';
import { KubectlManifest } from './kubectl-manifest';
import type { KubectlCreateConfigMapOptions } from './options/create-config-map';
import type { KubectlCreateDeploymentOptions } from './options/create-deployment';
import type { KubectlCreateOptions } from './options/options';
import type { KubectlRunOptions } from './options/run';
import { withSavedConfig } from './saved-config';

/**
 * The generators of kubectl, without a cluster: each makes the manifest that kubectl prints with `--dry-run=client`.
 * Mistakes are thrown in kubectl's own words.
 */
export class Kubectl {
  /**
   * A Pod with one container: `kubectl run NAME --image=IMAGE`.
   *
   * @param name name of the Pod and its container
   * @param options flags of the command
   */
  public static run(name: string, options: KubectlRunOptions): KubectlManifest {
    return made(RUN, name, options);
  }

  /**
   * A Deployment: `kubectl create deployment NAME --image=IMAGE`.
   *
   * @param name name of the Deployment
   * @param options flags of the command
   */
  public static createDeployment(name: string, options: KubectlCreateDeploymentOptions): KubectlManifest {
    return made(CREATE_DEPLOYMENT, name, options);
  }

  /**
   * A Namespace: `kubectl create namespace NAME`.
   *
   * @param name name of the Namespace
   * @param options flags of the command
   */
  public static createNamespace(name: string, options: KubectlCreateOptions = {}): KubectlManifest {
    return made(CREATE_NAMESPACE, name, options);
  }

  /**
   * A ConfigMap of files and literals: `kubectl create configmap NAME`.
   *
   * @param name name of the ConfigMap
   * @param options flags of the command
   */
  public static createConfigMap(name: string, options: KubectlCreateConfigMapOptions = {}): KubectlManifest {
    return made(CREATE_CONFIG_MAP, name, options);
  }

  private constructor() {}
}

function made<Table extends FlagTable>(generator: Generator<Table>, name: string, options: Options): KubectlManifest {
  const warnings: string[] = [];
  const manifest = generator.generate(givenByOptions(generator.flags, name, options, (text) => warnings.push(text)));
  return KubectlManifest._of('saveConfig' in options && options.saveConfig ? withSavedConfig(manifest) : manifest, warnings);
}
