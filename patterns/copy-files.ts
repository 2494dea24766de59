import { Size } from 'cdk8s';
import type { Container, Volume, VolumeMount } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory, isNormalized } from './blocks/directory-path';
import { assertMode } from './blocks/mode';
import { companionsIn } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { replaceableContainer } from './blocks/replaceable-container';
import { addVolumeOnce, fillDirectory, type FilledVolumeOptions, withMount } from './blocks/shared-directory';
import type { ShellContainerOptions } from './blocks/shell-container';
import type { Companion } from './companions/companion';
import { COPY } from './shell/copy';

/**
 * Options of a copy. Its init container is called `copy-files`, its volume `files`. `image` is the one that
 * has the files, with a shell, `cp` and `chmod`; it is required unless `source` is given.
 */
export interface CopyFilesOptions extends ShellContainerOptions, FilledVolumeOptions {
  /**
   * Files and directories to copy: absolute paths in `image`, or in `source` with `/` for its root. If a path
   * ends with `/`, the contents of the directory.
   */
  readonly from: string[];

  /**
   * Directory of the main container that they are copied to: an absolute path. It is created if it does not
   * exist.
   */
  readonly to: string;

  /**
   * Volume to copy from instead of the image, such as a ConfigMap, a claim, or an image without a shell as an
   * `image` volume. It is added to the Pod unless the Pod has a volume with its name, and mounted read-only.
   *
   * @default - files of the image are copied
   */
  readonly source?: Volume;

  /**
   * Mode for the copied files, as for `chmod -R`, such as `a+rX` or `u+x`.
   *
   * @default - the modes that the originals have
   */
  readonly mode?: string;

  /**
   * A companion, or your own container, as the init container instead of the built-in one. It is used as is;
   * only missing parts are added: the mounts, of `/mnt/copy-files` to copy to and `/mnt/copy-files-source` to
   * copy from, and, to a container, the image and the command (if it has neither `command` nor `args`).
   *
   * @default - the built-in container
   */
  readonly container?: Container | Companion;
}

const TARGET = '/mnt/copy-files';
const SOURCE = '/mnt/copy-files-source';

/**
 * Copies files from an image or a volume to a directory of the main container before it starts: plugins,
 * agents, static content, defaults. It runs among the native sidecars, in the order they were added, so that
 * a sidecar added later finds the files.
 */
export class CopyFiles extends PodPattern {
  /**
   * @param options what to copy, and where to
   * @throws Error if there is nothing to copy or to copy from, or a path or the mode is invalid
   */
  public constructor(private readonly options: CopyFilesOptions) {
    super();
    checkArguments('CopyFiles', options);
    const { from, to, image, source, container, mode } = options;
    if (!from?.length) {
      throw misuse('CopyFiles', '"from" is empty: specify the files and directories to copy');
    }
    from.forEach((path) => assertFrom(path, source));
    assertDirectory('CopyFiles', '"to"', to);
    if (!image && !source && !container) {
      throw misuse(
        'CopyFiles',
        'nothing to copy from: set the "image" that contains the files, or a "source" volume',
      );
    }
    assertMode('CopyFiles', '"mode"', mode);
  }

  /**
   * Adds the init container, the volumes and their mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('CopyFiles', pod);
    const {
      from,
      to,
      source,
      mode = '',
      readOnly = true,
      volume,
      sizeLimit = Size.mebibytes(256),
    } = this.options;
    const target = fillDirectory(pod, { path: to, volumeName: 'files', volume, sizeLimit, readOnly }, TARGET);
    const sources = source ? from.map((path) => SOURCE + path) : from;
    const container = replaceableContainer(
      pod,
      { usualName: 'copy-files', text: COPY, args: [target.path, mode, ...sources] },
      this.options,
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

  private sourceMounts(pod: PodTemplate): VolumeMount[] {
    const { source } = this.options;
    if (!source) return [];
    addVolumeOnce(pod, source);
    return [{ name: source.name, mountPath: SOURCE, readOnly: true }];
  }
}

function assertFrom(path: string, source: Volume | undefined): void {
  if (!isNormalized(path)) {
    throw misuse('CopyFiles', `"from" contains ${JSON.stringify(path)}: use an absolute path without ".."`);
  }
  if (path === '/' && !source) {
    throw misuse(
      'CopyFiles',
      '"from" contains "/", the whole image: specify the files and directories to copy',
    );
  }
}
