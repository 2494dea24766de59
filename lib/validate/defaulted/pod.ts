import { priorityOf } from '../admission/priority';
import { fieldsFromAnnotations } from '../judging';
import type { ObjectMeta, Pod, PodSpec } from '../schema/types';
import type { Completion, Context } from './completion';
import { completePodSpec } from './pod-spec';
import { qosClass } from '../defaults/qos';
import { addTolerations } from '../admission/tolerations';

const MIRROR = 'kubernetes.io/config.mirror';

/**
 * Pods: the admission plugins ServiceAccount, Priority and DefaultTolerationSeconds, and
 * podStrategy.PrepareForCreate, 1.36.
 */
export const completePod: Completion<Pod> = (pod, context) => {
  const spec = (pod.spec ??= {});
  completePodSpec(spec, context.minor);
  if (!isMirror(pod.metadata)) nameAccount(spec, context);
  setPriority(spec, context);
  addTolerations(spec);
  fieldsFromAnnotations(spec, pod.metadata);
  pod.status = {
    phase: 'Pending',
    qosClass: qosClass(spec),
    ...(spec.schedulingGates?.length ? { conditions: [GATED] } : {}),
  };
};

/** applySchedulingGatedCondition, pkg/registry/core/pod 1.36. */
const GATED = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
};

const isMirror = ({ annotations = {} }: ObjectMeta = {}) => Object.hasOwn(annotations, MIRROR);

function nameAccount(spec: PodSpec, { cluster }: Context): void {
  if (cluster.serviceAccountAdmission === false) return;
  spec.serviceAccountName ||= 'default';
  spec.serviceAccount = spec.serviceAccountName;
}

function setPriority(spec: PodSpec, { cluster }: Context): void {
  const known = priorityOf(spec, cluster);
  if (!known) return;
  if (known.name) spec.priorityClassName = known.name;
  spec.priority ??= known.value;
  spec.preemptionPolicy ??= known.preemptionPolicy;
}
