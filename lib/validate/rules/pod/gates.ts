import type { Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import { qualifiedName } from '../../../apimachinery/labels';

/** Conditions that a ready Pod meets besides: validateReadinessGates, 1.36. */
export const READINESS_GATES: Rule<PodSpec> = {
  id: 'pod-readiness-gates',
  field: 'readinessGates',
  judge({ readinessGates }, path, verdict) {
    readinessGates?.forEach(({ conditionType = '' }, index) => {
      verdict.invalidEach(
        path.child('readinessGates').index(index).child('conditionType'),
        conditionType,
        qualifiedName(conditionType, verdict.minor),
      );
    });
  },
};

/** What keeps the Pod from being scheduled: validateSchedulingGates, 1.36. */
export const SCHEDULING_GATES: Rule<PodSpec> = {
  id: 'pod-scheduling-gates',
  field: 'schedulingGates',
  judge({ schedulingGates }, path, verdict) {
    if (!schedulingGates) return;
    const seen = new Set<string>();
    schedulingGates.forEach(({ name = '' }, index) => {
      const place = path.child('schedulingGates').index(index);
      verdict.invalidEach(place, name, qualifiedName(name, verdict.minor));
      if (seen.has(name)) verdict.duplicate(place, name, { repeats: ['name'] });
      seen.add(name);
    });
  },
};
