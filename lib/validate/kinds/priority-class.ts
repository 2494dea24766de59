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
};
