import { completeAutoscaler, completeFirstAutoscaler } from './autoscaler';
import type { Completion } from './completion';
import { completeCronJob, completeJob } from './jobs';
import {
  completeIngressClass,
  completeLimitRange,
  completeNamespace,
  completeNetworkPolicy,
  completePriorityClass,
  completeRoleBinding,
  completeSecret,
  completeServiceAccount,
} from './others';
import { completePod } from './pod';
import { completeService } from './service';
import { completeClaim, completePersistentVolume, completeStorageClass } from './storage';
import {
  completeDaemonSet,
  completeDeployment,
  completePodTemplate,
  completeReplicas,
  completeStatefulSet,
} from './workloads';

/** Kinds of which a server fills in nothing, or what the verdict needs, alone. */
const NOTHING_MORE: ReadonlySet<string> = new Set([
  'v1 ConfigMap',
  'v1 ResourceQuota',
  'networking.k8s.io/v1 Ingress',
  'policy/v1 PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1 ClusterRole',
  'rbac.authorization.k8s.io/v1 Role',
]);

/** Whether all that a server fills in of a kind is known here. `kind` is `apiVersion kind`. */
export const knowsDefaultsOf = (kind: string) => COMPLETIONS.has(kind) || NOTHING_MORE.has(kind);

/** Kinds that a server fills in more of than the verdict needs, by `apiVersion kind`. */
export const COMPLETIONS: ReadonlyMap<string, Completion<never>> = new Map<string, Completion<never>>([
  ['v1 LimitRange', completeLimitRange],
  ['v1 Namespace', completeNamespace],
  ['v1 PersistentVolume', completePersistentVolume],
  ['v1 PersistentVolumeClaim', completeClaim],
  ['v1 Pod', completePod],
  ['v1 PodTemplate', completePodTemplate],
  ['v1 ReplicationController', completeReplicas],
  ['v1 Secret', completeSecret],
  ['v1 Service', completeService],
  ['v1 ServiceAccount', completeServiceAccount],
  ['apps/v1 DaemonSet', completeDaemonSet],
  ['apps/v1 Deployment', completeDeployment],
  ['apps/v1 ReplicaSet', completeReplicas],
  ['apps/v1 StatefulSet', completeStatefulSet],
  ['autoscaling/v1 HorizontalPodAutoscaler', completeFirstAutoscaler],
  ['autoscaling/v2 HorizontalPodAutoscaler', completeAutoscaler],
  ['batch/v1 CronJob', completeCronJob],
  ['batch/v1 Job', completeJob],
  ['networking.k8s.io/v1 IngressClass', completeIngressClass],
  ['networking.k8s.io/v1 NetworkPolicy', completeNetworkPolicy],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', completeRoleBinding],
  ['rbac.authorization.k8s.io/v1 RoleBinding', completeRoleBinding],
  ['scheduling.k8s.io/v1 PriorityClass', completePriorityClass],
  ['storage.k8s.io/v1 StorageClass', completeStorageClass],
]);
