import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import { qualifiedName } from '../../../apimachinery/labels';

/** Conditions that a ready Pod meets besides: validateReadinessGates, 1.36. */
export const READINESS_GATES = defineRule<Rule<PodSpec>>({
  id: 'pod-readiness-gates',
  stage: 'judge',
  mistake: 'a readiness gate whose `conditionType` is not a qualified name',
  suggestion: 'use a name such as `example.com/ready`',
  field: 'readinessGates',
  judge({ readinessGates }, at) {
    readinessGates?.forEach(({ conditionType = '' }, index) => {
      at.field('readinessGates')
        .index(index)
        .field('conditionType')
        .invalidEach(conditionType, qualifiedName(conditionType, at.minor));
    });
  },
});

/** What keeps the Pod from being scheduled: validateSchedulingGates, 1.36. */
export const SCHEDULING_GATES = defineRule<Rule<PodSpec>>({
  id: 'pod-scheduling-gates',
  stage: 'judge',
  mistake: 'a scheduling gate with a malformed or duplicate name',
  suggestion: 'use a name such as `example.com/gate`, once',
  field: 'schedulingGates',
  judge({ schedulingGates }, at) {
    if (!schedulingGates) return;
    const seen = new Set<string>();
    schedulingGates.forEach(({ name = '' }, index) => {
      const place = at.field('schedulingGates').index(index);
      place.invalidEach(name, qualifiedName(name, at.minor));
      if (seen.has(name)) place.duplicate(name, { repeats: ['name'] });
      seen.add(name);
    });
  },
});
