import type { Container, Pod } from '../schema/types';
import { defaultPodResources } from './pod-resources';
import { defaultPodSpec } from './pod-spec';

/** What a server fills in for a Pod, and not for a template: SetDefaults_Pod, 1.36. */
export function defaultPod(pod: Pod, minor: number): void {
  const spec = (pod.spec ??= {});
  [...(spec.containers ?? []), ...(spec.initContainers ?? [])].forEach((container) => {
    defaultRequests(container);
    if (spec.hostNetwork) {
      container.ports?.forEach((port) => {
        port.hostPort ||= port.containerPort;
      });
    }
  });
  if (minor >= 34) defaultPodResources(spec);
  spec.enableServiceLinks ??= true;
  // Convert_v1_Pod_To_core_Pod
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
  defaultPodSpec(spec);
}

function defaultRequests({ resources }: Container): void {
  if (resources?.limits) resources.requests = { ...resources.limits, ...resources.requests };
}
