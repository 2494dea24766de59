import { CLAIM } from './persistent-volume-claim';
import { CONFIG_MAP } from './config-map';
import { CRON_JOB } from './cron-job';
import { DAEMON_SET } from './daemon-set';
import { JOB } from './job';
import type { KindRules } from './strategy';
import { PERSISTENT_VOLUME_KIND } from './persistent-volume';
import { POD } from './pod';
import { POD_TEMPLATE } from './pod-template';
import { DEPLOYMENT, REPLICA_SET } from './deployment';
import { REPLICATION_CONTROLLER } from './replication-controller';
import { STATEFUL_SET } from './stateful-set';

/** Kinds whose own rules are judged, by `apiVersion kind`. */
export const KIND_RULES: ReadonlyMap<string, KindRules<never>> = new Map<string, KindRules<never>>([
  ['v1 ConfigMap', CONFIG_MAP],
  ['v1 Pod', POD],
  ['v1 PodTemplate', POD_TEMPLATE],
  ['v1 ReplicationController', REPLICATION_CONTROLLER],
  ['v1 PersistentVolume', PERSISTENT_VOLUME_KIND],
  ['v1 PersistentVolumeClaim', CLAIM],
  ['apps/v1 DaemonSet', DAEMON_SET],
  ['apps/v1 Deployment', DEPLOYMENT],
  ['apps/v1 ReplicaSet', REPLICA_SET],
  ['apps/v1 StatefulSet', STATEFUL_SET],
  ['batch/v1 CronJob', CRON_JOB],
  ['batch/v1 Job', JOB],
]);
