import type { Utilization } from '../autoscalers';
import type { ResourceRequirements } from '../schema/types';
import type { Lint } from './pod';
import { defineRule } from '../rule';

/**
 * A container asks for CPU and memory, and is limited in memory: without requests the scheduler takes it for
 * nothing, an autoscaler has nothing to count by, and without a limit one leak takes the node's memory.
 */
export const RESOURCES_SET = defineRule<Lint>({
  id: 'resources',
  stage: 'lint',
  section: 'containers',
  level: 'info',
  mistake: 'no requests for CPU or memory, or no memory limit',
  why: "the scheduler cannot account for the container, an autoscaler cannot compute utilization, and a leak can use all of the node's memory",
  suggestion: 'set `resources` of the container or of the Pod',
  judge({ spec, containers, utilizations }, report) {
    for (const container of containers) {
      if (container.role === 'ephemeral') continue;
      const missing = missingOf(container.spec.resources, spec.resources, utilizations);
      if (!missing) continue;
      const place = container.spec.resources ? container.path.field('resources') : container.path;
      report(
        place,
        `container "${container.name}" ${missing}`,
        'set resources.requests for cpu and memory, and resources.limits.memory',
      );
    }
  },
});

type Resources = ResourceRequirements | undefined;

/**
 * What is given neither by the container nor by its Pod, in words; what autoscalers measure has a rule of its
 * own.
 */
function missingOf(own: Resources, pod: Resources, measured: readonly Utilization[]): string {
  const [cpu, memory] = (['cpu', 'memory'] as const).map(
    (name) => requests(name, own, pod) || measured.some(({ resource }) => resource === name),
  );
  const limit = has('limits', 'memory', own, pod);
  if (cpu && memory && limit) return '';
  return [REQUESTS[Number(cpu)][Number(memory)], limit ? '' : 'has no memory limit']
    .filter(Boolean)
    .join(' and ');
}

/** A limit without a request is the request, too. */
const requests = (name: 'cpu' | 'memory', own: Resources, pod: Resources) =>
  has('requests', name, own, pod) || has('limits', name, own, pod);

const has = (list: 'requests' | 'limits', name: 'cpu' | 'memory', own: Resources, pod: Resources) =>
  (own?.[list]?.[name] ?? pod?.[list]?.[name]) !== undefined;

/** What is said of requests, by whether there is one for CPU, and one for memory. */
const REQUESTS = [
  ['requests neither CPU nor memory', 'requests no CPU'],
  ['requests no memory', ''],
];
