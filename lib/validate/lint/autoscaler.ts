import type { Utilization } from '../autoscalers';
import type { ResourceRequirements } from '../schema/types';
import type { Lint, LintedContainer, LintedPod } from './pod';
import { defineRule } from '../rule';
import { isAutoscaled } from './predicates';

/**
 * Utilization is a share of what is requested: one container without a request makes the metric of the whole
 * Pod fail (calculatePodRequestsFromContainers, pkg/controller/podautoscaler 1.36).
 */
export const AUTOSCALER_REQUESTS = defineRule<Lint>({
  id: 'autoscaler-requests',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake:
    'a container that requests none of a resource whose utilization a HorizontalPodAutoscaler measures',
  why: 'the autoscaler cannot compute the utilization if one container, such as a sidecar, has no request, so it does not scale',
  suggestion:
    'set the request in every container, or let the autoscaler measure a single one with `ContainerResource`',
  when: [isAutoscaled],
  judge(pod, report) {
    for (const utilization of pod.utilizations) {
      for (const container of pod.running) {
        if (!isMissing(utilization, container, pod)) continue;
        const { autoscaler, resource } = utilization;
        report(
          container.spec.resources ? container.path.field('resources') : container.path,
          `container "${container.name}" requests no ${resource}: HorizontalPodAutoscaler "${autoscaler}" cannot compute the utilization`,
          `set resources.requests.${resource}${utilization.container ? '' : ', or measure one container: type: ContainerResource'}`,
        );
      }
    }
  },
});

/** Whether a request is missing that counts; one of the Pod does, unless a single container is measured. */
function isMissing(
  { resource, container: only }: Utilization,
  { name, spec }: LintedContainer,
  pod: LintedPod,
) {
  if (only !== undefined && only !== name) return false;
  return !requests(spec.resources, resource) && (only !== undefined || !pod.spec.resources);
}

/** A limit without a request is the request, too. */
const requests = (resources: ResourceRequirements | undefined, name: string) =>
  (resources?.requests?.[name] ?? resources?.limits?.[name]) !== undefined;
