import { Duration } from 'cdk8s';
import type { Container, Volume } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import type { SidecarOptions } from '../lib/pod/sidecar-options';
import { assertDirectory } from './blocks/directory-path';
import { companionIn, companionsIn } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { replaceableContainer } from './blocks/replaceable-container';
import { type ProcessSharing, shareProcesses } from './blocks/share-processes';
import { watchDirectory, withMount } from './blocks/shared-directory';
import type { Script, ShellContainerOptions } from './blocks/shell-container';
import { assertTime } from './blocks/time';
import type { Companion } from './companions/companion';
import { RELOAD_BY_HTTP, RELOAD_BY_SIGNAL } from './shell/reload';

/**
 * Options of a config reloader. Its container is called `config-reloader`; the image needs a shell, `find`,
 * `sort`, `sha256sum` and, for `url`, `curl` or `wget`. To signal a process, the container needs that one's
 * user, or to be root with the capability `KILL`; the capability alone does nothing for other users.
 */
export interface ConfigReloaderOptions extends ShellContainerOptions, SidecarOptions {
  /**
   * Directories of the main container to watch recursively: absolute paths at or below a mount of a volume.
   *
   * @default - the `files` of the companion; otherwise they must be set
   */
  readonly watch?: string[];

  /**
   * Name of the process to signal, as `ps -o comm` shows it: at most 15 bytes. If its parent has the same
   * name, the parent gets the signal. The containers of the Pod then share their processes
   * (`shareProcessNamespace`).
   *
   * @default - none; set `url`
   */
  readonly process?: string;

  /**
   * Signal for `process`.
   *
   * @default 'SIGHUP'
   */
  readonly signal?: 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGTERM' | 'SIGUSR1' | 'SIGUSR2' | 'SIGWINCH';

  /**
   * URL to call instead of a signal, such as `http://localhost:9090/-/reload`.
   *
   * @default - none; set `process`
   */
  readonly url?: string;

  /**
   * Method for `url`. `PUT` needs an image with `curl`.
   *
   * @default 'POST'
   */
  readonly method?: 'GET' | 'POST' | 'PUT';

  /**
   * Polling interval; whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly interval?: Duration | number;

  /**
   * Volume for what is watched, such as a ConfigMap. It is added to the Pod unless the Pod has a volume with
   * its name, and the main container mounts it read-only, too.
   *
   * @default - what the main container mounts there
   */
  readonly volume?: Volume;

  /**
   * A companion, or your own container, instead of the built-in one. It is used as is; only missing parts are
   * added: read-only mounts of what is watched and, to a container, the image and the command (if it has
   * neither `command` nor `args`).
   *
   * @default - the built-in container
   */
  readonly container?: Container | Companion;
}

/**
 * Config reloader: watches mounted configuration, and notifies the main container with a signal or an HTTP
 * request when it changes. An update of a mounted ConfigMap or Secret counts as one change.
 */
export class ConfigReloader extends PodPattern {
  private readonly watch: string[];

  /**
   * @param options what to watch, and what to notify
   * @throws Error if there is nothing to watch, not exactly one target to notify, or a path, name, URL or
   * time is invalid
   */
  public constructor(private readonly options: ConfigReloaderOptions) {
    super();
    checkArguments('ConfigReloader', options);
    const { watch, volume, container } = options;
    this.watch = watch ?? companionIn(container)?.files ?? [];
    if (!this.watch.length && !companionIn(container)?.filledPaths.length) {
      throw misuse('ConfigReloader', '"watch" is empty: specify the directories to watch');
    }
    this.watch.forEach((path) => assertDirectory('ConfigReloader', '"watch"', path));
    if (volume && this.watch.length > 1) {
      throw misuse(
        'ConfigReloader',
        'one "volume" cannot serve several directories: mount them in the main container',
      );
    }
    if (!companionIn(container)) assertTarget(options);
    assertNames(options);
    assertTime('ConfigReloader', '"interval"', options.interval);
  }

  /**
   * Adds the container and its mounts, and shares the Pod's processes if one is signaled.
   *
   * @param pod template that the pattern changes
   * @throws Error if the main container has no mount at a watched path, or one with `subPath`, which is never
   * updated, or the Pod must not share its processes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('ConfigReloader', pod);
    const { volume, process, native } = this.options;
    const mounts = this.watch.map((path) => watchDirectory(pod, 'ConfigReloader', path, volume));
    if (process) shareProcesses(pod, SHARING);
    pod.addSidecar(mounts.reduce(withMount, replaceableContainer(pod, this.script(), this.options)), {
      native,
    });
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private script(): Script {
    const { process, signal = 'SIGHUP', url, method = 'POST', interval = Duration.seconds(5) } = this.options;
    const how = process ? signal.replace('SIG', '') : method;
    const args = [String(secondsOf(interval)), process ?? url ?? '', how, ...this.watch];
    return { usualName: 'config-reloader', text: process ? RELOAD_BY_SIGNAL : RELOAD_BY_HTTP, args };
  }
}

function assertTarget({ process, signal, url, method, container }: ConfigReloaderOptions): void {
  const targets = [process, url].filter((target) => target !== undefined).length;
  if (targets > 1) {
    throw misuse('ConfigReloader', '"process" and "url" are both set: use a separate reloader for each');
  }
  const { command, args } = (container ?? {}) as Partial<Container>;
  if (!targets && !(command ?? args)) {
    throw misuse('ConfigReloader', 'nothing to notify: set the "process" to signal, or the "url" to call');
  }
  if (signal && process === undefined) {
    throw misuse('ConfigReloader', '"signal" requires "process"');
  }
  if (method && url === undefined) throw misuse('ConfigReloader', '"method" requires "url"');
}

function assertNames({ process, url, method, container, image }: ConfigReloaderOptions): void {
  if (process !== undefined && !/^.{1,15}$/s.test(Buffer.from(process).toString('latin1'))) {
    throw misuse(
      'ConfigReloader',
      `"process" is ${JSON.stringify(process)}: use its name in /proc/PID/comm, which has 1 to 15 bytes`,
    );
  }
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    throw misuse(
      'ConfigReloader',
      `"url" is ${JSON.stringify(url)}: start it with http:// or https:// and a host`,
    );
  }
  if (method === 'PUT' && !image && !container) {
    throw misuse('ConfigReloader', 'busybox does not support PUT: set an "image" with curl');
  }
}

const SHARING: ProcessSharing = {
  by: 'ConfigReloader',
  refused:
    'the Pod has shareProcessNamespace: false, so processes of other containers cannot be signaled: remove it, or set "url"',
  hostPid: 'the Pod has hostPID, where other processes of the node may have the same name: set "url"',
};
