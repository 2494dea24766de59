import type { Duration } from 'cdk8s';
import type { Probe as ProbeStruct } from '../k8s';

/** When and how often a probe runs. */
export interface ProbeOptions {
  /**
   * Time from the container's start to the first probe; whole seconds.
   *
   * @default - 0 seconds
   */
  readonly initialDelay?: Duration;

  /**
   * Time between two probes; whole seconds.
   *
   * @default - 10 seconds
   */
  readonly period?: Duration;

  /**
   * Time after which a probe has failed; whole seconds.
   *
   * @default - 1 second
   */
  readonly timeout?: Duration;

  /**
   * Failures in a row after which the container counts as failed.
   *
   * @default - 3
   */
  readonly failureThreshold?: number;

  /**
   * Successes in a row after which the container counts as well again; 1 but for readiness.
   *
   * @default - 1
   */
  readonly successThreshold?: number;
}

/** Options of an HTTP probe. */
export interface HttpProbeOptions extends ProbeOptions {
  /**
   * Scheme.
   *
   * @default - HTTP
   */
  readonly scheme?: 'HTTP' | 'HTTPS';

  /**
   * Host that the kubelet connects to, from the node.
   *
   * @default - the Pod's IP
   */
  readonly host?: string;
}

/** Probes in one line: each makes the struct that `livenessProbe`, `readinessProbe` and `startupProbe` take. */
export class Probe {
  /**
   * Probe that GETs a path and takes 200 to 399 for success.
   *
   * @param path path: `/healthz`
   * @param port port number or name; the kubelet dials the Pod's IP, so that the container must listen there
   * @param options when and how often
   * @throws Error where a duration is not whole seconds
   */
  public static httpGet(path: string, port: number | string, options: HttpProbeOptions = {}): ProbeStruct {
    const { scheme, host } = options;
    return probe({ httpGet: { path, port, ...(scheme ? { scheme } : {}), ...(host ? { host } : {}) } }, options);
  }

  /**
   * Probe that opens a TCP connection.
   *
   * @param port port number or name; the kubelet dials the Pod's IP, so that the container must listen there
   * @param options when and how often
   * @throws Error where a duration is not whole seconds
   */
  public static tcpSocket(port: number | string, options: ProbeOptions = {}): ProbeStruct {
    return probe({ tcpSocket: { port } }, options);
  }

  /**
   * Probe that runs a command in the container and takes exit code 0 for success.
   *
   * @param command command and arguments, not run in a shell
   * @param options when and how often
   * @throws Error where a duration is not whole seconds
   */
  public static exec(command: string[], options: ProbeOptions = {}): ProbeStruct {
    return probe({ exec: { command } }, options);
  }

  /**
   * Probe that asks a gRPC health service.
   *
   * @param port port number; the kubelet dials the Pod's IP, so that the container must listen there
   * @param options when and how often
   * @throws Error where a duration is not whole seconds
   */
  public static grpc(port: number, options: ProbeOptions = {}): ProbeStruct {
    return probe({ grpc: { port } }, options);
  }

  private constructor() {}
}

function probe(handler: ProbeStruct, { initialDelay, period, timeout, failureThreshold, successThreshold }: ProbeOptions): ProbeStruct {
  const timing = {
    initialDelaySeconds: initialDelay?.toSeconds(),
    periodSeconds: period?.toSeconds(),
    timeoutSeconds: timeout?.toSeconds(),
    failureThreshold,
    successThreshold,
  };
  return { ...handler, ...Object.fromEntries(Object.entries(timing).filter(([, value]) => value !== undefined)) };
}
