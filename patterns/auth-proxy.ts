import type { Container, ContainerPort, EnvVar, Probe } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { redirectHandlers } from './auth-proxy/handlers';
import { isTcp, movePort } from './auth-proxy/ports';
import { companionIn, companionsIn, containerIn } from './blocks/helper';
import { addMainEnv } from './blocks/main-env';
import { assertPort } from './blocks/port';
import { assertPodReadable } from './blocks/pod-readable';
import type { Companion } from './companions/companion';

/** Options of an inbound proxy. */
export interface AuthProxyOptions {
  /**
   * Container or companion that proxies: oauth2-proxy, kube-rbac-proxy, nginx, Envoy. It is used as is,
   * except for what the options add.
   */
  readonly container: Container | Companion;

  /**
   * Port that the proxy listens on. If the container does not declare it, it is declared. It takes over the
   * name and the host port of the main container's `upstreamPort`, so that Services that refer to it by name
   * reach the proxy.
   *
   * @default - that of the companion; a container needs one
   */
  readonly port?: number;

  /**
   * Port that the main container listens on, on 127.0.0.1, and that the proxy is configured to connect to.
   *
   * @default - that of the companion; a container needs one
   */
  readonly upstreamPort?: number;

  /**
   * Environment variables that make the main container listen on 127.0.0.1. If it is configured by arguments
   * or a file, set those in the container.
   *
   * @default - none
   */
  readonly mainEnv?: EnvVar[];

  /**
   * Handling of HTTP, TCP and gRPC probes and hooks of the main container at `upstreamPort`: the kubelet
   * connects to the Pod's IP address, where a container behind a proxy no longer listens.
   *
   * - `refuse`: an error that lists them.
   * - `proxy`: those over HTTP go to the proxy's `port`, which must allow their path without a login; others
   *   are an error.
   * - `keep`: they are not changed, for a main container that still listens on all addresses. It can then be
   *   reached on the Pod's IP address without the proxy.
   *
   * @default 'refuse'
   */
  readonly probes?: 'refuse' | 'proxy' | 'keep';

  /**
   * Scheme that the proxy speaks at `port`, for the probes that go through it.
   *
   * @default - the scheme that each probe has
   */
  readonly scheme?: 'HTTP' | 'HTTPS';

  /**
   * Readiness probe of the proxy; the Pod is in its Services only while it succeeds.
   *
   * @default - a TCP probe of `port`, unless the container has a readiness probe
   */
  readonly readinessProbe?: Probe;

  /**
   * Whether the container is a native sidecar, which starts before the main container and ends after it, so
   * that requests in flight are answered. A classic sidecar is stopped at the same time as the main
   * container.
   *
   * @default true
   */
  readonly native?: boolean;
}

/**
 * Inbound proxy in front of the main container, for login, authorization or TLS: it takes over the main
 * container's port, and the main container listens on localhost only.
 */
export class AuthProxy extends PodPattern {
  private readonly port: number;
  private readonly upstreamPort: number;

  /**
   * @param options what proxies, and where
   * @throws Error if a port is missing or invalid, or both are the same
   */
  public constructor(private readonly options: AuthProxyOptions) {
    super();
    checkArguments('AuthProxy', options);
    const port = (this.port = portOf(options, 'port', 'the proxy listens on'));
    this.upstreamPort = portOf(options, 'upstreamPort', 'the main container listens on');
    if (port === this.upstreamPort) {
      throw misuse(
        'AuthProxy',
        `"port" and "upstreamPort" are both ${port}: the containers of a Pod share its ports, so use different ports`,
      );
    }
  }

  /**
   * Adds the container, and moves the main container's port and probes.
   *
   * @param pod template that the pattern changes
   * @throws Error if a probe of the main container can no longer reach it, or both containers name the port
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('AuthProxy', pod);
    const { mainEnv = [], native } = this.options;
    const { main } = pod;
    const container = containerIn(pod, this.options.container);
    const inFront = movePort(main, container, this.upstreamPort, this.port);
    pod.replaceContainer(this.behind(main));
    addMainEnv(pod, 'AuthProxy', mainEnv);
    pod.addSidecar({ ...inFront, readinessProbe: this.readinessProbe(container) }, { native });
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  /** The main container with its port kept, but out of sight. */
  private behind(main: Container): Container {
    const { upstreamPort, port } = this;
    const { probes = 'refuse', scheme } = this.options;
    const redirected = redirectHandlers(main, { from: upstreamPort, to: port, scheme, probes });
    if (!main.ports) return redirected;
    const hidden = ({ name: _name, hostPort: _hostPort, hostIp: _hostIp, ...rest }: ContainerPort) => rest;
    return {
      ...redirected,
      ports: main.ports.map((declared) => (isTcp(declared, upstreamPort) ? hidden(declared) : declared)),
    };
  }

  private readinessProbe(container: Container): Probe {
    return container.readinessProbe ?? this.options.readinessProbe ?? { tcpSocket: { port: this.port } };
  }
}

/** @throws Error if neither the options nor a companion say which port it is, or it is invalid */
function portOf(options: AuthProxyOptions, option: 'port' | 'upstreamPort', what: string): number {
  const port = options[option] ?? companionIn(options.container)?.[option];
  if (port === undefined) throw misuse('AuthProxy', `"${option}" is missing: set the port that ${what}`);
  assertPort('AuthProxy', `"${option}"`, port);
  return port;
}
