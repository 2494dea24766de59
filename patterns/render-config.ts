import { Size } from 'cdk8s';
import type { Container, EnvFromSource, EnvVar, Volume, VolumeMount } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory } from './blocks/directory-path';
import { companionsIn } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { replaceableContainer } from './blocks/replaceable-container';
import { addVolumeOnce, fillDirectory, type FilledVolumeOptions, withMount } from './blocks/shared-directory';
import type { ShellContainerOptions } from './blocks/shell-container';
import type { Companion } from './companions/companion';
import { RENDER } from './shell/render';

/**
 * Options of a rendering. Its init container is called `render-config`, its volume `config`, of 16Mi at most;
 * the image needs a shell, `awk` and `tail`.
 */
export interface RenderConfigOptions extends ShellContainerOptions, FilledVolumeOptions {
  /** Directory of the main container to write the files to: an absolute path. */
  readonly to: string;

  /**
   * Inline templates by name of the file to write; `${NAME}` is replaced by the variable.
   *
   * @default - none; set `source`
   */
  readonly templates?: { readonly [file: string]: string };

  /**
   * Volume of templates, such as a ConfigMap: each file in it is one, and is rendered to a file of the same
   * name. The volume is added to the Pod unless the Pod has a volume with its name, and mounted read-only at
   * `/mnt/render-config-source`.
   *
   * @default - none; set `templates`
   */
  readonly source?: Volume;

  /**
   * Environment variables of the init container: values, fields of the Pod, keys of Secrets and ConfigMaps.
   *
   * @default - none
   */
  readonly env?: EnvVar[];

  /**
   * Secrets and ConfigMaps whose keys are environment variables of the init container. Name those that are to
   * be replaced in `variables`.
   *
   * @default - none
   */
  readonly envFrom?: EnvFromSource[];

  /**
   * Names of the variables to replace; everything else is kept. Rendering fails if one is not set.
   *
   * @default - the names of `env`
   */
  readonly variables?: string[];

  /**
   * A companion, or your own container such as gomplate, as the init container instead of the built-in one.
   * It is used as is; only missing parts are added: `env`, `envFrom`, the mounts, of `/mnt/render-config` to
   * write to and of `source`, and, to a container, the image and the command (if it has neither `command` nor
   * `args`).
   *
   * @default - the built-in container
   */
  readonly container?: Container | Companion;
}

const TARGET = '/mnt/render-config';
const SOURCE = '/mnt/render-config-source';

/**
 * Renders configuration from templates and variables before the main container starts: values that differ
 * between Pods, and secrets, are written into configuration files. It runs among the native sidecars, in the
 * order they were added, so that a sidecar added later finds the files.
 */
export class RenderConfig extends PodPattern {
  /**
   * @param options what to render, with what, and where to
   * @throws Error if there is no template, or a path or the name of a file or variable is invalid
   */
  public constructor(private readonly options: RenderConfigOptions) {
    super();
    checkArguments('RenderConfig', options);
    const { to, templates = {}, source, container } = options;
    assertDirectory('RenderConfig', '"to"', to);
    Object.keys(templates).forEach(assertFile);
    if (!Object.keys(templates).length && !source && !container) {
      throw misuse(
        'RenderConfig',
        'nothing to render: set "templates", or a "source" volume that contains them',
      );
    }
    this.variables().forEach(assertVariable);
  }

  /**
   * Adds the init container, the volumes and their mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('RenderConfig', pod);
    const {
      to,
      templates = {},
      source,
      readOnly = true,
      volume,
      sizeLimit = Size.mebibytes(16),
    } = this.options;
    const target = fillDirectory(
      pod,
      { path: to, volumeName: 'config', volume, sizeLimit, readOnly },
      TARGET,
    );
    const args = [
      this.variables().join(' '),
      target.path,
      source ? SOURCE : '',
      ...Object.entries(templates).flat(),
    ];
    const container = this.withVariables(
      replaceableContainer(pod, { usualName: 'render-config', text: RENDER, args }, this.options),
    );
    pod.addInitContainer(
      [target.mount, ...this.sourceMounts(pod)].reduce(withMount, container),
      InitStage.SIDECAR,
    );
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private variables(): string[] {
    const { variables, env = [] } = this.options;
    return variables ?? env.map(({ name }) => name);
  }

  private withVariables(container: Container): Container {
    const { env, envFrom } = this.options;
    return { ...(env ? { env } : {}), ...(envFrom ? { envFrom } : {}), ...container };
  }

  private sourceMounts(pod: PodTemplate): VolumeMount[] {
    const { source } = this.options;
    if (!source) return [];
    addVolumeOnce(pod, source);
    return [{ name: source.name, mountPath: SOURCE, readOnly: true }];
  }
}

function assertFile(name: string): void {
  if (!name || name.includes('/') || name === '.' || name === '..') {
    throw misuse('RenderConfig', `"templates" contains ${JSON.stringify(name)}: use a file name without "/"`);
  }
}

function assertVariable(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw misuse(
      'RenderConfig',
      `${JSON.stringify(name)} is not a valid shell variable name: use letters, digits and "_", or remove it from "variables" if it need not be replaced`,
    );
  }
}
