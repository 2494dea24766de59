import { ONE_DEFAULT } from '../admission/priority-class';
import { PRIORITY_CLASS as PRIORITY_CLASS_RULE } from '../rules/cluster-objects/priority-class';
import type { PriorityClass } from '../schema/types';
import type { Strategy } from './strategy';

export const PRIORITY_CLASS: Strategy<PriorityClass> = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  generationSince: 0,

  /** SetDefaults_PriorityClass, pkg/apis/scheduling/v1 1.36. */
  applyDefaults(object) {
    object.preemptionPolicy ??= 'PreemptLowerPriority';
  },

  /** ValidatePriorityClass, pkg/apis/scheduling/validation 1.36. */
  validate(object, at) {
    at.apply(PRIORITY_CLASS_RULE, object);
    at.field('globalDefault').apply(ONE_DEFAULT, object);
  },
};
