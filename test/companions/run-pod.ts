import { App, Chart } from 'cdk8s';
import { type k8s, Pod, type PodPattern, type PodProps } from '../../lib';
import { PodRun, type PodRunOptions } from './kubelet/pod-run';
import { IDLE } from './servers';

export interface RunPodOptions extends PodRunOptions {
  readonly main?: k8s.Container;
  readonly pod?: Partial<PodProps>;
}

/** Runs the Pod that patterns make, as a manifest of its own, for the time of a body. */
export async function withPod(
  patterns: PodPattern[],
  options: RunPodOptions,
  body: (pod: PodRun) => Promise<void>,
): Promise<void> {
  const { main = IDLE, pod: props } = options;
  const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
  new Pod(chart, 'pod', { main, ...props, patterns });
  const pod = await PodRun.start(chart.toJson() as object[], options);
  try {
    await body(pod);
  } finally {
    await pod.destroy();
  }
}
