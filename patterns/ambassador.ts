import type { Construct } from 'constructs';
import type { Container, Probe } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { Dependency } from '../lib/pod/dependency';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { Pod, type PodProps } from '../lib/workload/pod';
import { addWait, assertTimes, type GateOptions } from './blocks/gate';
import { companionIn, companionsIn, containerIn, optionsWith } from './blocks/helper';
import { assertPort } from './blocks/port';
import { assertPodReadable } from './blocks/pod-readable';
import type { Companion } from './companions/companion';

/** Options of an ambassador. */
export interface AmbassadorOptions {
  /** Proxy, as a container or a companion. It is used as is, except for what the options add. */
  readonly container: Container | Companion;

  /**
   * Port on localhost that the main container connects to.
   *
   * @default - that of the companion; a container needs one
   */
  readonly port?: number;

  /**
   * Startup probe of the ambassador; init containers and the main container start after it succeeds.
   *
   * @default - a TCP probe of `port` each second for a minute; it needs the ambassador to listen on the Pod's
   * IP
   */
  readonly startupProbe?: Probe;

  /**
   * Whether the ambassador listens only on 127.0.0.1, which the kubelet's probes cannot reach. Without a
   * `startupProbe` of your own (`exec`, or a port for health on the Pod's IP), an init container then waits
   * until `port` accepts connections.
   *
   * @default - false; a companion knows
   */
  readonly localhostOnly?: boolean;

  /**
   * The init container that waits for a `localhostOnly` ambassador.
   *
   * @default - image busybox:1.37; it tries each second for a minute
   */
  readonly wait?: GateOptions;

  /**
   * Whether the container is a native sidecar, which starts before the main container and ends after it. A
   * classic sidecar does neither: the main container must then retry until it is ready.
   *
   * @default true
   */
  readonly native?: boolean;
}

/**
 * Ambassador: a proxy for the main container, which connects to localhost and lets the ambassador discover,
 * secure or balance connections to external services.
 */
export class Ambassador extends PodPattern {
  private readonly port: number;

  /**
   * @param options what proxies, and where
   * @throws Error if `port` is missing or invalid, or a time of `wait` is not whole seconds above zero
   */
  public constructor(private readonly options: AmbassadorOptions) {
    super();
    checkArguments('Ambassador', options);
    assertTimes('Ambassador', options.wait ?? {}, 'wait.');
    this.port = portOf(options);
    assertPort('Ambassador', '"port"', this.port);
  }

  /**
   * Adds the container and what delays the main container until it is ready.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('Ambassador', pod);
    const { container: helper, native = true, startupProbe } = this.options;
    const localhostOnly = this.options.localhostOnly ?? companionIn(helper)?.localhostOnly;
    const container = containerIn(pod, helper);
    const probed = container.startupProbe ?? startupProbe;
    if (!native) {
      pod.addSidecar(container, { native });
    } else if (probed || !localhostOnly) {
      pod.addSidecar({ ...container, startupProbe: probed ?? this.tcpProbe() });
    } else {
      this.addWithWait(pod, container);
    }
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private tcpProbe(): Probe {
    return { tcpSocket: { port: this.port }, periodSeconds: 1, failureThreshold: 60 };
  }

  private addWithWait(pod: PodTemplate, container: Container): void {
    pod.addSidecar(container);
    addWait(pod, container.name, Dependency.tcp('127.0.0.1', this.port).uri, this.options.wait);
  }
}

/** @throws Error if neither the options nor a companion say which port it is */
function portOf({ container, port }: AmbassadorOptions): number {
  const known = port ?? companionIn(container)?.port;
  if (known !== undefined) return known;
  throw misuse(
    'Ambassador',
    `"port" is missing: set the port on localhost that the main container connects to`,
  );
}

/** Options of a Pod with an ambassador. */
export interface AmbassadorPodProps extends PodProps {
  /** The ambassador, or the companion that is its container. */
  readonly ambassador: AmbassadorOptions | Companion;
}

/** Pod whose main container reaches external services through an ambassador. */
export class AmbassadorPod extends Pod {
  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod and its ambassador
   */
  public constructor(scope: Construct, id: string, props: AmbassadorPodProps) {
    checkArguments('AmbassadorPod', scope, id, props);
    const { ambassador, ...pod } = props;
    super(scope, id, {
      ...pod,
      patterns: [new Ambassador(optionsWith(ambassador)), ...(pod.patterns ?? [])],
    });
  }
}
