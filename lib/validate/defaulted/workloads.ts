import type {
  DaemonSet,
  Deployment,
  ObjectMeta,
  PodTemplate,
  PodTemplateSpec,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
} from '../schema/types';
import type { Completion } from './completion';
import { completePodSpec } from './pod-spec';
import { completeClaimSpec } from './volumes';

const HISTORY = 10;

/** A Pod template, which a server makes up where there is none. */
export function completeTemplate({ template }: { template?: PodTemplateSpec }, minor: number): void {
  if (template?.spec) completePodSpec(template.spec, minor);
}

export const completePodTemplate: Completion<PodTemplate> = (object, { minor }) =>
  completeTemplate(object, minor);

/** ReplicaSets and ReplicationControllers. */
export const completeReplicas: Completion<ReplicaSet | ReplicationController> = ({ spec = {} }, { minor }) =>
  completeTemplate(spec, minor);

/** SetDefaults_Deployment and the conversion of an annotation, pkg/apis/apps/v1 1.36. */
export const completeDeployment: Completion<Deployment> = ({ metadata, spec = {} }, { minor }) => {
  spec.revisionHistoryLimit ??= HISTORY;
  completeTemplate(spec, minor);
  const revision = metadata?.annotations?.[ROLLBACK];
  if (revision !== undefined) annotate(metadata!, ROLLBACK, revision);
};

const ROLLBACK = 'deprecated.deployment.rollback.to';
const GENERATION = 'deprecated.daemonset.template.generation';

/**
 * SetDefaults_DaemonSet, 1.36; its generation of templates is an annotation
 * (Convert_apps_DaemonSet_To_v1_DaemonSet).
 */
export const completeDaemonSet: Completion<DaemonSet> = (object, { minor }) => {
  const { spec = {}, metadata = (object.metadata = {}) } = object;
  spec.revisionHistoryLimit ??= HISTORY;
  completeTemplate(spec, minor);
  const generation = metadata.annotations?.[GENERATION] ?? '1';
  annotate(metadata, GENERATION, BigInt(generation) < 1n ? '1' : generation);
};

/** A number as Go writes it. */
function annotate(metadata: ObjectMeta, key: string, value: string): void {
  metadata.annotations = { ...metadata.annotations, [key]: String(BigInt(value)) };
}

/** SetDefaults_StatefulSet, 1.36, and of its claims SetDefaults_PersistentVolumeClaim. */
export const completeStatefulSet: Completion<StatefulSet> = ({ spec = {} }, { minor }) => {
  spec.revisionHistoryLimit ??= HISTORY;
  completeTemplate(spec, minor);
  for (const claim of spec.volumeClaimTemplates ?? []) {
    claim.apiVersion = 'v1';
    claim.kind = 'PersistentVolumeClaim';
    completeClaimSpec((claim.spec ??= {}));
    (claim.status ??= {}).phase ||= 'Pending';
  }
};
