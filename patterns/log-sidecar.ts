import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import type { SidecarOptions } from '../lib/pod/sidecar-options';
import { Pod, type PodProps } from '../lib/workload/pod';
import { companionIn, companionsIn, optionsWith } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { replaceableContainer } from './blocks/replaceable-container';
import { shareDirectory, type SharedVolumeOptions, withMount } from './blocks/shared-directory';
import type { ShellContainerOptions } from './blocks/shell-container';
import type { Companion } from './companions/companion';
import { LOG_TAIL } from './shell/log-tail';

/**
 * Options of a log sidecar. Its container is called `log-sidecar`, its volume `logs`; the image needs a shell
 * and `tail`.
 */
export interface LogSidecarOptions extends ShellContainerOptions, SharedVolumeOptions, SidecarOptions {
  /**
   * Log files that the main container writes: absolute paths, each in a directory that contains only logs.
   *
   * @default - those of the companion; otherwise they must be set
   */
  readonly files?: string[];

  /**
   * A companion, or your own container, instead of the built-in one. It is used as is; only missing parts are
   * added: a read-only mount of the logs and, to a container, the image and the command (if it has neither
   * `command` nor `args`).
   *
   * @default - the built-in container
   */
  readonly container?: Container | Companion;
}

/**
 * Log sidecar: prints log files that the main container writes, so that `kubectl logs` and the node's log
 * agent get them. It handles files that appear later or are rotated, prints them from the first line, and
 * drains the last lines on termination.
 */
export class LogSidecar extends PodPattern {
  private readonly files: string[];

  /**
   * @param options what to print, and how
   * @throws Error if there are no files, or one is not an absolute path below a directory
   */
  public constructor(private readonly options: LogSidecarOptions) {
    super();
    checkArguments('LogSidecar', options);
    const { files, volume, container } = options;
    const companion = companionIn(container);
    this.files = files ?? companion?.files ?? [];
    if (!this.files.length) throw misuse('LogSidecar', `${withoutFiles(companion)}`);
    const directories = this.files.map(directoryOf);
    if (volume && new Set(directories).size > 1) {
      throw misuse('LogSidecar', 'one "volume" cannot serve several directories: use a sidecar for each');
    }
  }

  /**
   * Adds the container, the volume and its mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('LogSidecar', pod);
    const { volume, sizeLimit = Size.mebibytes(256), native } = this.options;
    const directories = [...new Set(this.files.map(directoryOf))];
    const mounts = directories.map((path) =>
      shareDirectory(pod, { path, volumeName: 'logs', volume, sizeLimit }),
    );
    const container = replaceableContainer(
      pod,
      { usualName: 'log-sidecar', text: LOG_TAIL, args: this.files },
      this.options,
    );
    pod.addSidecar(mounts.reduce(withMount, container), { native });
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }
}

const withoutFiles = (companion: Companion | undefined) =>
  companion
    ? `the companion "${companion.name}" reads no log files: use one of LogShippers`
    : '"files" is empty: specify the log files to print';

function directoryOf(file: string): string {
  const directory = /^(\/.+)\/[^/]+$/s.exec(file)?.[1];
  if (!directory) {
    throw misuse(
      'LogSidecar',
      `${JSON.stringify(file)} is not a file in its own directory: use an absolute path such as "/var/log/app/app.log"`,
    );
  }
  return directory;
}

/** Options of a Pod with a log sidecar. */
export interface SidecarLogPodProps extends PodProps {
  /** The log sidecar, or the companion that is its container. */
  readonly sidecar: LogSidecarOptions | Companion;
}

/** Pod whose main container writes log files that a sidecar prints. */
export class SidecarLogPod extends Pod {
  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod and its sidecar
   */
  public constructor(scope: Construct, id: string, props: SidecarLogPodProps) {
    checkArguments('SidecarLogPod', scope, id, props);
    const { sidecar, ...pod } = props;
    super(scope, id, { ...pod, patterns: [new LogSidecar(optionsWith(sidecar)), ...(pod.patterns ?? [])] });
  }
}
