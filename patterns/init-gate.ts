import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container, ResourceRequirements, SecurityContext, VolumeMount } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { assertReadable } from '../lib/options/readable';
import type { Dependency } from '../lib/pod/dependency';
import { SHELL_IMAGE, SHELL_RESOURCES, UNPRIVILEGED } from '../lib/pod/hardening';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern } from '../lib/pod/pod-pattern';
import type { PodTemplate } from '../lib/pod/pod-template';
import { withMount } from '../lib/pod/shared-directory';
import { shellCommand } from '../lib/pod/shell';
import { Pod, type PodProps } from '../lib/workload/pod';
import { gateScript } from './shell/gate';

/** Options of an init container that waits. */
export interface GateOptions {
  /**
   * Time for all dependencies together; then the gate ends with exit code 1, and the Pod's restart policy
   * decides whether it is tried again. Whole seconds.
   *
   * @default - 5 minutes for an init gate, 1 minute for a helper of this Pod
   */
  readonly timeout?: Duration | number;

  /**
   * Time between two attempts. Whole seconds.
   *
   * @default - 2 seconds for an init gate, 1 second for a helper of this Pod
   */
  readonly interval?: Duration | number;

  /**
   * Name of the init container.
   *
   * @default - `init-gate`, or `wait-for-<helper>`
   */
  readonly name?: string;

  /**
   * Image with a shell and `nslookup`, `nc` or `wget` (or `getent`, `curl`), as the dependencies need.
   *
   * @default 'busybox:1.37'
   */
  readonly image?: string;

  /**
   * Resources of the init container.
   *
   * @default - requests 10m CPU and 16Mi memory, limit 64Mi memory
   */
  readonly resources?: ResourceRequirements;

  /**
   * Security context of the init container.
   *
   * @default - what the restricted Pod Security level asks: user and group 65534, no privileges, read-only
   * root file system
   */
  readonly securityContext?: SecurityContext;
}

/** Options of an init gate. */
export interface InitGateOptions extends GateOptions {
  /**
   * What must be there before the Pod's containers start; waited for in this order, in one init container.
   *
   * @default - nothing: give `containers`
   */
  readonly waitFor?: Dependency[];

  /**
   * Gates of your own: init containers, taken as they are, after the built-in one.
   *
   * @default - none
   */
  readonly containers?: Container[];
}

/**
 * Init gate: holds all other containers of the Pod back until its dependencies are there, prints what it
 * waits for, and gives up in bounded time.
 */
export class InitGate extends PodPattern {
  /**
   * @param options what to wait for, and how long
   * @throws Error where there is nothing to wait for, or a duration is not whole seconds above zero
   */
  public constructor(private readonly options: InitGateOptions) {
    super();
    checkArguments('InitGate', options);
    const { waitFor = [], containers = [] } = options;
    if (!waitFor.length && !containers.length) {
      throw new Error('InitGate: "waitFor" is empty: name what to wait for');
    }
    assertTimes('InitGate', options);
  }

  /**
   * Addition of the gates.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertReadable('InitGate', pod);
    const { waitFor = [], containers = [] } = this.options;
    const gates = waitFor.length
      ? [
          gateContainer(
            'init-gate',
            waitFor.map(({ uri }) => uri),
            this.options,
          ),
          ...containers,
        ]
      : containers;
    gates.forEach((container) => pod.addInitContainer(container, InitStage.GATE));
  }
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

/**
 * @throws Error where a time is not whole seconds above zero
 */
export function assertTimes(pattern: string, { timeout, interval }: GateOptions): void {
  assertTime(`${pattern}: "timeout"`, timeout);
  assertTime(`${pattern}: "interval"`, interval);
}

/**
 * @throws Error where a time is not whole seconds above zero
 */
export function assertTime(place: string, duration: Duration | number | undefined): void {
  if (duration === undefined) return;
  const seconds = secondsOf(duration);
  if (!Number.isInteger(seconds)) throw new Error(`${place} is ${seconds} seconds: use whole seconds`);
  if (seconds < 1) throw new Error(`${place} is ${seconds} seconds: use at least one`);
}

/** Options of a Pod behind an init gate. */
export interface InitGatedPodProps extends PodProps {
  /** The gate. */
  readonly gate: InitGateOptions;
}

/** Pod whose containers start when its dependencies are there. */
export class InitGatedPod extends Pod {
  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod and its gate
   */
  public constructor(scope: Construct, id: string, props: InitGatedPodProps) {
    checkArguments('InitGatedPod', scope, id, props);
    const { gate, ...pod } = props;
    super(scope, id, { ...pod, patterns: [new InitGate(gate), ...(pod.patterns ?? [])] });
  }
}
