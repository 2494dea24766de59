import type { Duration } from 'cdk8s';
import type { HttpHeader, Probe as ProbeStruct } from '../k8s';
import { secondsOf } from '../options/amounts';
import { checkArguments } from '../options/check';
import { misuse } from '../options/misuse';

/** Timing of a probe. */
export interface ProbeOptions {
  /**
   * Time from the container's start to the first probe; a number is in seconds. The same as
   * `initialDelaySeconds`.
   *
   * @default - 0 seconds
   */
  readonly initialDelay?: Duration | number;

  /**
   * Time between two probes; a number is in seconds. The same as `periodSeconds`.
   *
   * @default - 10 seconds
   */
  readonly period?: Duration | number;

  /**
   * Time after which a probe has failed; a number is in seconds. The same as `timeoutSeconds`.
   *
   * @default - 1 second
   */
  readonly timeout?: Duration | number;

  /**
   * Consecutive failures after which the container is considered failed.
   *
   * @default - 3
   */
  readonly failureThreshold?: number;

  /**
   * Consecutive successes after which the container is considered healthy again; must be 1 except for
   * readiness.
   *
   * @default - 1
   */
  readonly successThreshold?: number;

  /**
   * Time from the container's start to the first probe, under its Kubernetes name.
   *
   * @default - `initialDelay`
   */
  readonly initialDelaySeconds?: Duration | number;

  /**
   * Time between two probes, under its Kubernetes name.
   *
   * @default - `period`
   */
  readonly periodSeconds?: Duration | number;

  /**
   * Time after which a probe has failed, under its Kubernetes name.
   *
   * @default - `timeout`
   */
  readonly timeoutSeconds?: Duration | number;

  /**
   * Time that the container has to stop after a failed liveness or startup probe; a number is in seconds.
   *
   * @default - the Pod's `terminationGracePeriodSeconds`
   */
  readonly terminationGracePeriodSeconds?: Duration | number;
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

  /**
   * Headers of the request.
   *
   * @default - none
   */
  readonly httpHeaders?: HttpHeader[];
}

/**
 * Probes in one line: each method returns the struct that `livenessProbe`, `readinessProbe` and
 * `startupProbe` take.
 */
export class Probe {
  /**
   * Creates a probe that sends a GET and succeeds with status 200 to 399.
   *
   * @param path path: `/healthz`
   * @param port port number or name; the kubelet connects to the Pod's IP address, so the container must
   * listen there
   * @param options timing
   * @throws Error if a duration is not whole seconds
   */
  public static httpGet(path: string, port: number | string, options: HttpProbeOptions = {}): ProbeStruct {
    checkArguments('Probe.httpGet', path, port, options);
    const { scheme, host, httpHeaders } = options;
    const request = {
      path,
      port,
      ...(scheme ? { scheme } : {}),
      ...(host ? { host } : {}),
      ...(httpHeaders ? { httpHeaders } : {}),
    };
    return probe({ httpGet: request }, options);
  }

  /**
   * Creates a probe that opens a TCP connection.
   *
   * @param port port number or name; the kubelet connects to the Pod's IP address, so the container must
   * listen there
   * @param options timing
   * @throws Error if a duration is not whole seconds
   */
  public static tcpSocket(port: number | string, options: ProbeOptions = {}): ProbeStruct {
    checkArguments('Probe.tcpSocket', port, options);
    return probe({ tcpSocket: { port } }, options);
  }

  /**
   * Creates a probe that runs a command in the container and succeeds with exit code 0.
   *
   * @param command command and arguments, not run in a shell
   * @param options timing
   * @throws Error if a duration is not whole seconds
   */
  public static exec(command: string[], options: ProbeOptions = {}): ProbeStruct {
    checkArguments('Probe.exec', command, options);
    return probe({ exec: { command } }, options);
  }

  /**
   * Creates a probe that calls a gRPC health service.
   *
   * @param port port number; the kubelet connects to the Pod's IP address, so the container must listen there
   * @param options timing
   * @throws Error if a duration is not whole seconds
   */
  public static grpc(port: number, options: ProbeOptions = {}): ProbeStruct {
    checkArguments('Probe.grpc', port, options);
    return probe({ grpc: { port } }, options);
  }

  private constructor() {}
}

/** Kubernetes' names of times, and ours. */
const TIMES = {
  initialDelaySeconds: 'initialDelay',
  periodSeconds: 'period',
  timeoutSeconds: 'timeout',
  terminationGracePeriodSeconds: undefined,
} as const;

function probe(handler: ProbeStruct, options: ProbeOptions): ProbeStruct {
  const { failureThreshold, successThreshold } = options;
  const times = Object.entries(TIMES).map(
    ([field, name]) => [field, secondsIn(options, field as keyof typeof TIMES, name)] as const,
  );
  const fields = [
    ...times,
    ['failureThreshold', failureThreshold],
    ['successThreshold', successThreshold],
  ] as const;
  return { ...handler, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) };
}

function secondsIn(
  options: ProbeOptions,
  field: keyof typeof TIMES,
  name: (typeof TIMES)[keyof typeof TIMES],
): number | undefined {
  const own = name && options[name];
  if (own !== undefined && options[field] !== undefined) {
    throw misuse('Probe', `"${name}" and "${field}" are aliases: use one of them`);
  }
  const duration = own ?? options[field];
  return duration === undefined ? undefined : secondsOf(duration);
}
