import { CONFIG_MAP } from './config-map';
import { CRON_JOB } from './cron-job';
import { DAEMON_SET } from './daemon-set';
import { DEPLOYMENT } from './deployment';
import { JOB } from './job';
import { PERSISTENT_VOLUME } from './persistent-volume';
import { PERSISTENT_VOLUME_CLAIM } from './persistent-volume-claim';
import { POD } from './pod';
import { POD_TEMPLATE } from './pod-template';
import { REPLICATION_CONTROLLER } from './replication-controller';
import { REPLICA_SET } from './replica-set';
import { STATEFUL_SET } from './stateful-set';
import type { Strategy } from './strategy';

/** Pods, what contains them, and what their volumes come from. */
export const POD_KINDS: readonly Strategy<never>[] = [
  CONFIG_MAP,
  CRON_JOB,
  DAEMON_SET,
  DEPLOYMENT,
  JOB,
  PERSISTENT_VOLUME,
  PERSISTENT_VOLUME_CLAIM,
  POD,
  POD_TEMPLATE,
  REPLICA_SET,
  REPLICATION_CONTROLLER,
  STATEFUL_SET,
];
