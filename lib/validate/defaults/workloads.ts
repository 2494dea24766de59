import type {
  DaemonSet,
  Deployment,
  PodTemplateSpec,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
  StatefulSetUpdateStrategy,
} from '../schema/types';
import { defaultPodSpec } from './pod-spec';

/** A template's spec, which a server always makes up. */
export function defaultTemplate(owner: { template?: PodTemplateSpec }): void {
  const template = (owner.template ??= {});
  defaultPodSpec((template.spec ??= {}));
}

/** SetDefaults_ReplicaSet, pkg/apis/apps/v1 1.36. */
export function defaultReplicaSet(object: ReplicaSet): void {
  const spec = (object.spec ??= {});
  spec.replicas ??= 1;
  defaultTemplate(spec);
}

/** SetDefaults_Deployment, 1.36. */
export function defaultDeployment(object: Deployment): void {
  const spec = (object.spec ??= {});
  spec.replicas ??= 1;
  const strategy = (spec.strategy ??= {});
  strategy.type ||= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') {
    const update = (strategy.rollingUpdate ??= {});
    update.maxUnavailable ??= '25%';
    update.maxSurge ??= '25%';
  }
  spec.progressDeadlineSeconds ??= 600;
  defaultTemplate(spec);
}

/** SetDefaults_DaemonSet, 1.36. */
export function defaultDaemonSet(object: DaemonSet): void {
  const spec = (object.spec ??= {});
  const strategy = (spec.updateStrategy ??= {});
  strategy.type ||= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') {
    const update = (strategy.rollingUpdate ??= {});
    update.maxUnavailable ??= 1;
    update.maxSurge ??= 0;
  }
  defaultTemplate(spec);
}

/** SetDefaults_StatefulSet, 1.36; maxUnavailable has no default while its gate is off. */
export function defaultStatefulSet(object: StatefulSet): void {
  const spec = (object.spec ??= {});
  spec.podManagementPolicy ||= 'OrderedReady';
  defaultUpdates((spec.updateStrategy ??= {}));
  const retention = (spec.persistentVolumeClaimRetentionPolicy ??= {});
  retention.whenDeleted ||= 'Retain';
  retention.whenScaled ||= 'Retain';
  spec.replicas ??= 1;
  defaultTemplate(spec);
}

function defaultUpdates(strategy: StatefulSetUpdateStrategy): void {
  if (!strategy.type) {
    strategy.type = 'RollingUpdate';
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type === 'RollingUpdate' && strategy.rollingUpdate) strategy.rollingUpdate.partition ??= 0;
}

/**
 * SetDefaults_ReplicationController, pkg/apis/core/v1 1.36: the selector is made of the template's labels.
 */
export function defaultReplicationController(object: ReplicationController): void {
  const spec = (object.spec ??= {});
  spec.replicas ??= 1;
  if (!spec.template) return;
  const { labels } = spec.template.metadata ?? {};
  if (labels) {
    if (isEmpty(spec.selector)) spec.selector = labels;
    const metadata = (object.metadata ??= {});
    if (isEmpty(metadata.labels)) metadata.labels = labels;
  }
  defaultPodSpec((spec.template.spec ??= {}));
}

const isEmpty = (map: { readonly [key: string]: string } = {}) => Object.keys(map).length === 0;
