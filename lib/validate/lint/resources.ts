import type { ResourceRequirements } from '../schema/types';
import type { Lint } from './pod';

/**
 * A container asks for CPU and memory, and is limited in memory: without requests the scheduler takes it for nothing, an
 * autoscaler has nothing to count by, and without a limit one leak takes the node's memory.
 */
export const RESOURCES_SET: Lint = {
  id: 'resources',
  judge({ spec, containers }, report) {
    for (const container of containers) {
      if (container.role === 'ephemeral') continue;
      const missing = missingOf(container.spec.resources, spec.resources);
      if (!missing) continue;
      const place = container.spec.resources ? container.path.child('resources') : container.path;
      report(place, `container "${container.name}" ${missing}`, 'set resources.requests for cpu and memory, and resources.limits.memory');
    }
  },
};

/** What is given neither by the container nor by its Pod, in words. */
function missingOf(own: ResourceRequirements | undefined, pod: ResourceRequirements | undefined): string {
  const has = (list: 'requests' | 'limits', name: string) => own?.[list]?.[name] !== undefined || pod?.[list]?.[name] !== undefined;
  const cpu = has('requests', 'cpu');
  const memory = has('requests', 'memory');
  const limit = has('limits', 'memory');
  if (cpu && memory && limit) return '';
  const requests = cpu ? !memory && 'requests no memory' : memory ? 'requests no CPU' : 'requests neither CPU nor memory';
  return [requests, !limit && 'has no memory limit'].filter(Boolean).join(' and ');
}
