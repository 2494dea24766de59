import type { Duration } from 'cdk8s';
import type { Container } from '../k8s';
import { secondsOf } from '../options/amounts';
import { isSidecar } from '../validate/containers';
import { InitStage } from './init-stage';
import type { PodModel } from './pod-model';

/** Condition that a container must meet before another one starts. */
export interface StartCondition {
  /** Name of the container to wait for. */
  readonly container: string;

  /**
   * Condition to wait for: `completed`, exited with exit code 0; `started`, running and through its postStart
   * hook; `startupProbe`, running and its startup probe has passed.
   */
  readonly condition: 'completed' | 'started' | 'startupProbe';
}

/**
 * When a container starts, and when it is stopped on Pod termination. This is the same in Kubernetes 1.30 to
 * 1.36.
 */
export interface ContainerOrder {
  /** Name of the container. */
  readonly name: string;

  /**
   * Part of the container: `gate` and `init` run to their end before others start, `sidecar` is a native one,
   * `main` is what the Pod is for, `container` is any other ordinary container.
   */
  readonly role: 'gate' | 'sidecar' | 'init' | 'main' | 'container';

  /**
   * What it waits for, in the order in which that happens. It need not be so later on: a sidecar may be
   * restarted.
   */
  readonly startsAfter: StartCondition[];

  /** Names of the containers that have exited, or used up the grace period, before it gets SIGTERM. */
  readonly stopsAfter: string[];

  /**
   * Seconds for its preStop hook, its wait for others and its own stopping together: the Pod's grace period.
   */
  readonly graceSeconds: number;

  /** Minimum time to stop after SIGTERM, in seconds, even if earlier containers used up the grace period. */
  readonly leastStopSeconds: number;

  /**
   * Action of its preStop hook. Hooks of all containers, including native sidecars, run when termination of
   * the Pod starts, not when it is the sidecar's turn to stop.
   *
   * @default - it has none
   */
  readonly preStop?: 'exec' | 'httpGet' | 'sleep' | 'tcpSocket';

  /**
   * Seconds that its preStop hook takes.
   *
   * @default - it has none, or one that takes as long as it takes
   */
  readonly preStopSeconds?: number;
}

/** `terminationGracePeriodSeconds` where none is given (SetDefaults_PodSpec, 1.36). */
const DEFAULT_GRACE = 30;

/**
 * What a container has left at the least (minimumGracePeriodInSeconds, pkg/kubelet/kuberuntime 1.30 to 1.36).
 */
const LEAST_GRACE = 2;

/**
 * Start: computeInitContainerActions. Stop: newTerminationOrdering and killContainer. All in
 * pkg/kubelet/kuberuntime, compared for 1.30, 1.33, 1.34, 1.35 and 1.36.
 */
export function orderOf(pod: PodModel): ContainerOrder[] {
  const inits = pod.initEntries.map((entry) => entry.toContainer());
  const ordinary = pod.ordinary.map((entry) => entry.toContainer());
  const conditions = inits.map(conditionOf);
  const grace = secondsOf(
    (pod.field('terminationGracePeriodSeconds') as Duration | number | undefined) ?? DEFAULT_GRACE,
  );
  return [
    ...inits.map((container, index): ContainerOrder => ({
      name: container.name,
      role: initRole(container, pod),
      startsAfter: conditions.slice(0, index),
      stopsAfter: isSidecar(container)
        ? namesOf([
            ...ordinary,
            ...inits
              .slice(index + 1)
              .filter(isSidecar)
              .reverse(),
          ])
        : [],
      ...timesOf(container, grace, isSidecar(container)),
    })),
    ...ordinary.map((container): ContainerOrder => ({
      name: container.name,
      role: container.name === pod.main.name ? 'main' : 'container',
      startsAfter: conditions,
      stopsAfter: [],
      ...timesOf(container, grace, false),
    })),
  ];
}

const namesOf = (containers: readonly Container[]) => containers.map(({ name }) => name);

function initRole(container: Container, pod: PodModel): 'gate' | 'sidecar' | 'init' {
  if (isSidecar(container)) return 'sidecar';
  return pod.stageOf(container.name) === InitStage.GATE ? 'gate' : 'init';
}

function conditionOf(container: Container): StartCondition {
  if (!isSidecar(container)) return { container: container.name, condition: 'completed' };
  return { container: container.name, condition: container.startupProbe ? 'startupProbe' : 'started' };
}

/**
 * Times of a container that is stopped; one that waits for others may have to wait until the grace period is
 * over.
 */
function timesOf({ lifecycle }: Container, graceSeconds: number, waits: boolean) {
  const hook = lifecycle?.preStop;
  const preStop = (['exec', 'httpGet', 'sleep', 'tcpSocket'] as const).find((handler) => hook?.[handler]);
  const preStopSeconds = hook?.sleep && secondsOf(hook.sleep.seconds);
  const left = waits || (preStop && preStopSeconds === undefined) ? 0 : graceSeconds - (preStopSeconds ?? 0);
  const seconds = preStopSeconds === undefined ? {} : { preStopSeconds };
  return {
    graceSeconds,
    leastStopSeconds: Math.max(left, LEAST_GRACE),
    ...(preStop ? { preStop } : {}),
    ...seconds,
  };
}
