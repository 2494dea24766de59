import { Duration } from 'cdk8s';
import type { Container, Volume } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import type { SidecarOptions } from '../lib/pod/sidecar-options';
import { assertDirectory } from './blocks/directory-path';
import { assertReadable } from './blocks/readable';
import { watchDirectory, withMount } from './blocks/shared-directory';
import { type Script, shellContainer, type ShellContainerOptions } from './blocks/shell-container';
import { assertTime } from './blocks/time';
import { RELOAD_BY_HTTP, RELOAD_BY_SIGNAL } from './shell/reload';

/**
 * Options of a config reloader. Its container is called `config-reloader`; the image needs a shell, `find`,
 * `sort`, `sha256sum` and, for `url`, `curl` or `wget`. To signal a process, the container needs that one's
 * user, or to be root with the capability `KILL`; the capability alone does nothing for other users.
 */
export interface ConfigReloaderOptions extends ShellContainerOptions, SidecarOptions {
  /**
   * Directories of the main container to watch, with all below them: absolute paths that it mounts a volume
   * at, or above.
   */
  readonly watch: string[];

  /**
   * Name of the process to signal, as `ps -o comm` shows it: at most 15 bytes. Its parent gets the signal
   * where that has the name too. The containers of the Pod then share their processes
   * (`shareProcessNamespace`).
   *
   * @default - none: give `url`
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
   * @default - none: give `process`
   */
  readonly url?: string;

  /**
   * Method for `url`. `PUT` needs an image with `curl`.
   *
   * @default 'POST'
   */
  readonly method?: 'GET' | 'POST' | 'PUT';

  /**
   * Time between two looks at the files; whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly interval?: Duration | number;

  /**
   * Volume for what is watched, such as a ConfigMap. It is added to the Pod unless the Pod has a volume of
   * its name, and the main container mounts it read-only, too.
   *
   * @default - what the main container mounts there
   */
  readonly volume?: Volume;

  /**
   * Container of your own instead of the built-in one. It is taken as it is; only what it lacks is added: the
   * image, the command (where it has neither `command` nor `args`) and read-only mounts of what is watched.
   *
   * @default - the built-in container
   */
  readonly container?: Container;
}

/**
 * Config reloader: watches mounted configuration, and tells the main container by a signal or an HTTP call
 * when it has changed. It takes a change that Kubernetes makes to a mounted ConfigMap or Secret for what it
 * is: one change.
 */
export class ConfigReloader extends PodPattern {
  /**
   * @param options what to watch, and whom to tell
   * @throws Error where there is nothing to watch or not one to tell, or a path, name, URL or time is none
   */
  public constructor(private readonly options: ConfigReloaderOptions) {
    super();
    checkArguments('ConfigReloader', options);
    const { watch, volume } = options;
    if (!watch?.length) throw new Error('ConfigReloader: "watch" is empty: name the directories to watch');
    watch.forEach((path) => assertDirectory('ConfigReloader: "watch"', path));
    if (volume && watch.length > 1) {
      throw new Error(
        'ConfigReloader: one "volume" cannot serve several directories: mount them in the main container',
      );
    }
    assertTarget(options);
    assertNames(options);
    assertTime('ConfigReloader: "interval"', options.interval);
  }

  /**
   * Addition of the container and its mounts, and of the processes to share where one is signalled.
   *
   * @param pod template that the pattern changes
   * @throws Error where the main container mounts nothing at a watched path, or a part of a volume that never
   * changes, or the Pod may not share its processes
   */
  public applyTo(pod: PodTemplate): void {
    assertReadable('ConfigReloader', pod);
    const { watch, volume, process, native } = this.options;
    const mounts = watch.map((path) => watchDirectory(pod, 'ConfigReloader', path, volume));
    if (process) shareProcesses(pod);
    pod.addSidecar(mounts.reduce(withMount, shellContainer(pod, this.script(), this.options)), { native });
  }

  private script(): Script {
    const {
      watch,
      process,
      signal = 'SIGHUP',
      url,
      method = 'POST',
      interval = Duration.seconds(5),
    } = this.options;
    const how = process ? signal.replace('SIG', '') : method;
    const args = [String(secondsOf(interval)), process ?? url ?? '', how, ...watch];
    return { usualName: 'config-reloader', text: process ? RELOAD_BY_SIGNAL : RELOAD_BY_HTTP, args };
  }
}

function assertTarget({ process, signal, url, method, container }: ConfigReloaderOptions): void {
  const targets = [process, url].filter((target) => target !== undefined).length;
  if (targets > 1) {
    throw new Error(
      'ConfigReloader: it has both "process" and "url": use one, and another reloader for the other',
    );
  }
  if (!targets && !(container?.command ?? container?.args)) {
    throw new Error(
      'ConfigReloader: there is nobody to tell: give the "process" to signal, or the "url" to call',
    );
  }
  if (signal && process === undefined) {
    throw new Error('ConfigReloader: "signal" is for a "process": name it');
  }
  if (method && url === undefined) throw new Error('ConfigReloader: "method" is for a "url": give it');
}

function assertNames({ process, url, method, container, image }: ConfigReloaderOptions): void {
  if (process !== undefined && !/^.{1,15}$/s.test(Buffer.from(process).toString('latin1'))) {
    throw new Error(
      `ConfigReloader: "process" is ${JSON.stringify(process)}: use its name in /proc/PID/comm, which has 1 to 15 bytes`,
    );
  }
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    throw new Error(
      `ConfigReloader: "url" is ${JSON.stringify(url)}: begin it with http:// or https:// and a host`,
    );
  }
  if (method === 'PUT' && !image && !container) {
    throw new Error('ConfigReloader: busybox cannot PUT: give an "image" with curl');
  }
}

function shareProcesses(pod: PodTemplate): void {
  if (pod.tryField('shareProcessNamespace') === false) {
    throw new Error(
      'ConfigReloader: the Pod has shareProcessNamespace: false, so that no process of another container can be signalled: leave it away, or give "url"',
    );
  }
  if (pod.tryField('hostPid')) {
    throw new Error(
      'ConfigReloader: the Pod has hostPID, where processes of the whole node have that name: give "url"',
    );
  }
  pod.setField('shareProcessNamespace', true);
}
