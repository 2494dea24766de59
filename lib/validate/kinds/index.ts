import { API_SERVICE } from './api-service';
import { BINDING } from './binding';
import { CERTIFICATE_SIGNING_REQUEST } from './certificate-signing-request';
import { CONTROLLER_REVISION } from './controller-revision';
import { CLUSTER_ROLE } from './cluster-role';
import { CLUSTER_ROLE_BINDING } from './cluster-role-binding';
import { CLUSTER_TRUST_BUNDLE } from './cluster-trust-bundle';
import { CONFIG_MAP } from './config-map';
import { CRON_JOB } from './cron-job';
import { CSI_DRIVER } from './csi-driver';
import { CSI_NODE } from './csi-node';
import { CSI_STORAGE_CAPACITY } from './csi-storage-capacity';
import { CUSTOM_RESOURCE_DEFINITION } from './custom-resource-definition';
import { DAEMON_SET } from './daemon-set';
import { DEPLOYMENT } from './deployment';
import { DEVICE_CLASS } from './device-class';
import { DEVICE_TAINT_RULE } from './device-taint-rule';
import { ENDPOINT_SLICE } from './endpoint-slice';
import { ENDPOINTS } from './endpoints';
import { EVENT, EVENT_OF_EVENTS } from './event';
import { FLOW_SCHEMA } from './flow-schema';
import { HORIZONTAL_POD_AUTOSCALER, HORIZONTAL_POD_AUTOSCALER_V1 } from './horizontal-pod-autoscaler';
import { INGRESS } from './ingress';
import { INGRESS_CLASS } from './ingress-class';
import { IP_ADDRESS } from './ip-address';
import { JOB } from './job';
import { LEASE } from './lease';
import { LIMIT_RANGE } from './limit-range';
import { LOCAL_SUBJECT_ACCESS_REVIEW } from './local-subject-access-review';
import { MUTATING_ADMISSION_POLICY } from './mutating-admission-policy';
import { MUTATING_ADMISSION_POLICY_BINDING } from './mutating-admission-policy-binding';
import { MUTATING_WEBHOOK_CONFIGURATION } from './mutating-webhook-configuration';
import { NAMESPACE } from './namespace';
import { NETWORK_POLICY } from './network-policy';
import { NODE } from './node';
import { PERSISTENT_VOLUME } from './persistent-volume';
import { PERSISTENT_VOLUME_CLAIM } from './persistent-volume-claim';
import { POD } from './pod';
import { POD_DISRUPTION_BUDGET } from './pod-disruption-budget';
import { POD_TEMPLATE } from './pod-template';
import { PRIORITY_CLASS } from './priority-class';
import { PRIORITY_LEVEL_CONFIGURATION } from './priority-level-configuration';
import { REPLICA_SET } from './replica-set';
import { REPLICATION_CONTROLLER } from './replication-controller';
import { RESOURCE_CLAIM } from './resource-claim';
import { RESOURCE_CLAIM_TEMPLATE } from './resource-claim-template';
import { RESOURCE_QUOTA } from './resource-quota';
import { RESOURCE_SLICE } from './resource-slice';
import { ROLE } from './role';
import { ROLE_BINDING } from './role-binding';
import { RUNTIME_CLASS } from './runtime-class';
import { SECRET } from './secret';
import { SELF_SUBJECT_ACCESS_REVIEW } from './self-subject-access-review';
import { SELF_SUBJECT_REVIEW } from './self-subject-review';
import { SELF_SUBJECT_RULES_REVIEW } from './self-subject-rules-review';
import { SERVICE } from './service';
import { SERVICE_CIDR } from './service-cidr';
import { SERVICE_ACCOUNT } from './service-account';
import { STATEFUL_SET } from './stateful-set';
import { STORAGE_CLASS } from './storage-class';
import type { Kind } from '../schema/schema';
import type { Strategy } from './strategy';
import { SUBJECT_ACCESS_REVIEW } from './subject-access-review';
import { TOKEN_REVIEW } from './token-review';
import { VALIDATING_ADMISSION_POLICY } from './validating-admission-policy';
import { VALIDATING_ADMISSION_POLICY_BINDING } from './validating-admission-policy-binding';
import { VALIDATING_WEBHOOK_CONFIGURATION } from './validating-webhook-configuration';
import { VOLUME_ATTACHMENT } from './volume-attachment';
import { VOLUME_ATTRIBUTES_CLASS } from './volume-attributes-class';

/** Kinds of which more is known than their fields. */
export const STRATEGIES: readonly Strategy<never>[] = [
  API_SERVICE,
  BINDING,
  CERTIFICATE_SIGNING_REQUEST,
  CLUSTER_ROLE,
  CLUSTER_ROLE_BINDING,
  CLUSTER_TRUST_BUNDLE,
  CONFIG_MAP,
  CONTROLLER_REVISION,
  CRON_JOB,
  CSI_DRIVER,
  CSI_NODE,
  CSI_STORAGE_CAPACITY,
  CUSTOM_RESOURCE_DEFINITION,
  DAEMON_SET,
  DEPLOYMENT,
  DEVICE_CLASS,
  DEVICE_TAINT_RULE,
  ENDPOINT_SLICE,
  ENDPOINTS,
  EVENT,
  EVENT_OF_EVENTS,
  FLOW_SCHEMA,
  HORIZONTAL_POD_AUTOSCALER,
  HORIZONTAL_POD_AUTOSCALER_V1,
  INGRESS,
  INGRESS_CLASS,
  IP_ADDRESS,
  JOB,
  LEASE,
  LIMIT_RANGE,
  LOCAL_SUBJECT_ACCESS_REVIEW,
  MUTATING_ADMISSION_POLICY,
  MUTATING_ADMISSION_POLICY_BINDING,
  MUTATING_WEBHOOK_CONFIGURATION,
  NAMESPACE,
  NETWORK_POLICY,
  NODE,
  PERSISTENT_VOLUME,
  PERSISTENT_VOLUME_CLAIM,
  POD,
  POD_DISRUPTION_BUDGET,
  POD_TEMPLATE,
  PRIORITY_CLASS,
  PRIORITY_LEVEL_CONFIGURATION,
  REPLICA_SET,
  REPLICATION_CONTROLLER,
  RESOURCE_CLAIM,
  RESOURCE_CLAIM_TEMPLATE,
  RESOURCE_QUOTA,
  RESOURCE_SLICE,
  ROLE,
  ROLE_BINDING,
  RUNTIME_CLASS,
  SECRET,
  SELF_SUBJECT_ACCESS_REVIEW,
  SELF_SUBJECT_REVIEW,
  SELF_SUBJECT_RULES_REVIEW,
  SERVICE,
  SERVICE_ACCOUNT,
  SERVICE_CIDR,
  STATEFUL_SET,
  STORAGE_CLASS,
  SUBJECT_ACCESS_REVIEW,
  TOKEN_REVIEW,
  VALIDATING_ADMISSION_POLICY,
  VALIDATING_ADMISSION_POLICY_BINDING,
  VALIDATING_WEBHOOK_CONFIGURATION,
  VOLUME_ATTACHMENT,
  VOLUME_ATTRIBUTES_CLASS,
];

const BY_NAME: ReadonlyMap<string, Strategy<never>> = new Map(
  STRATEGIES.map((strategy) => [`${strategy.apiVersion} ${strategy.kind}`, strategy]),
);

/** The strategy of a kind: an empty one if nothing more is known of it than its fields. */
export const strategyOf = ({ apiVersion, kind }: Kind): Strategy =>
  (BY_NAME.get(`${apiVersion} ${kind}`) as Strategy | undefined) ?? { apiVersion, kind };
