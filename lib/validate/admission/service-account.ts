import type { Cluster } from '../cluster';
import type { ObjectMeta, PodSpec } from '../schema/types';

const MIRROR = 'kubernetes.io/config.mirror';

/** The ServiceAccount admission plugin, plugin/pkg/admission/serviceaccount 1.36. Mirror Pods have none. */
export function nameServiceAccount(
  spec: PodSpec,
  { annotations = {} }: ObjectMeta = {},
  { serviceAccountAdmission }: Cluster,
): void {
  if (serviceAccountAdmission === false || Object.hasOwn(annotations, MIRROR)) return;
  spec.serviceAccountName ||= spec.serviceAccount || 'default';
}
