import { Duration } from 'cdk8s';
import type { Container, VolumeMount } from '../../lib/k8s';
import { secondsOf } from '../../lib/options/amounts';
import { InitStage } from '../../lib/pod/init-stage';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { gateScript } from '../shell/gate';
import { SHELL_IMAGE, SHELL_RESOURCES, UNPRIVILEGED } from './hardening';
import { withMount } from './shared-directory';
import { shellCommand } from './shell-command';
import { pullPolicy, type ShellContainerOptions } from './shell-container';
import { assertTime } from './time';

/**
 * Options of an init container that waits. It is called `init-gate` or `wait-for-<helper>`; the image needs a
 * shell and `nslookup`, `nc` or `wget` (or `getent`, `curl`), as the dependencies require. It meets the
 * restricted Pod Security level as user and group 65534.
 */
export interface GateOptions extends ShellContainerOptions {
  /**
   * Timeout for all dependencies together; then the gate exits with code 1, and the Pod's restart policy
   * decides whether it is retried. Whole seconds.
   *
   * @default - 5 minutes for an init gate, 1 minute for a helper of this Pod
   */
  readonly timeout?: Duration | number;

  /**
   * Interval between attempts. Whole seconds.
   *
   * @default - 2 seconds for an init gate, 1 second for a helper of this Pod
   */
  readonly interval?: Duration | number;
}

const DEFAULT_TIMEOUT = Duration.minutes(5);
const DEFAULT_INTERVAL = Duration.seconds(2);

/** The init container that waits. */
export function gateContainer(usualName: string, uris: readonly string[], options: GateOptions): Container {
  const {
    timeout = DEFAULT_TIMEOUT,
    interval = DEFAULT_INTERVAL,
    name = usualName,
    image = SHELL_IMAGE,
  } = options;
  return {
    name,
    image,
    ...pullPolicy(options),
    ...shellCommand(name, gateScript(uris), [
      String(secondsOf(timeout)),
      String(secondsOf(interval)),
      ...uris,
    ]),
    resources: options.resources ?? SHELL_RESOURCES,
    securityContext: options.securityContext ?? UNPRIVILEGED,
  };
}

/** Holds back what comes after a helper, until it is there. */
export function addWait(
  pod: PodTemplate,
  helper: string,
  uri: string,
  options: GateOptions = {},
  mounts: readonly VolumeMount[] = [],
): void {
  const times = { timeout: Duration.minutes(1), interval: Duration.seconds(1) };
  const wait = gateContainer(`wait-for-${helper}`, [uri], { ...times, ...options });
  pod.addInitContainer(mounts.reduce(withMount, wait), InitStage.SIDECAR);
}

/** @throws Error if a time is not whole seconds above zero */
export function assertTimes(pattern: string, { timeout, interval }: GateOptions, within = ''): void {
  assertTime(pattern, `"${within}timeout"`, timeout);
  assertTime(pattern, `"${within}interval"`, interval);
}
