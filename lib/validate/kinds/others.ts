import { API_SERVICE } from './api-service';
import { BINDING } from './binding';
import { CERTIFICATE_SIGNING_REQUEST } from './certificate-signing-request';
import { CLUSTER_ROLE } from './cluster-role';
import { CLUSTER_ROLE_BINDING } from './cluster-role-binding';
import { CLUSTER_TRUST_BUNDLE } from './cluster-trust-bundle';
import { CONTROLLER_REVISION } from './controller-revision';
import { CSI_DRIVER } from './csi-driver';
import { CSI_NODE } from './csi-node';
import { CSI_STORAGE_CAPACITY } from './csi-storage-capacity';
import { CUSTOM_RESOURCE_DEFINITION } from './custom-resource-definition';
import { DEVICE_CLASS } from './device-class';
import { DEVICE_TAINT_RULE } from './device-taint-rule';
import { ENDPOINTS } from './endpoints';
import { ENDPOINT_SLICE } from './endpoint-slice';
import { EVENT, EVENT_OF_EVENTS } from './event';
import { FLOW_SCHEMA } from './flow-schema';
import { HORIZONTAL_POD_AUTOSCALER, HORIZONTAL_POD_AUTOSCALER_V1 } from './horizontal-pod-autoscaler';
import { INGRESS } from './ingress';
import { INGRESS_CLASS } from './ingress-class';
import { IP_ADDRESS } from './ip-address';
import { LEASE } from './lease';
import { LIMIT_RANGE } from './limit-range';
import { LOCAL_SUBJECT_ACCESS_REVIEW } from './local-subject-access-review';
import { MUTATING_ADMISSION_POLICY } from './mutating-admission-policy';
import { MUTATING_ADMISSION_POLICY_BINDING } from './mutating-admission-policy-binding';
import { MUTATING_WEBHOOK_CONFIGURATION } from './mutating-webhook-configuration';
import { NAMESPACE } from './namespace';
import { NETWORK_POLICY } from './network-policy';
import { NODE } from './node';
import { POD_CERTIFICATE_REQUEST } from './pod-certificate-request';
import { POD_DISRUPTION_BUDGET } from './pod-disruption-budget';
import { PRIORITY_CLASS } from './priority-class';
import { PRIORITY_LEVEL_CONFIGURATION } from './priority-level-configuration';
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
import { SERVICE_ACCOUNT } from './service-account';
import { SERVICE_CIDR } from './service-cidr';
import { STORAGE_CLASS } from './storage-class';
import { STORAGE_VERSION_MIGRATION } from './storage-version-migration';
import { SUBJECT_ACCESS_REVIEW } from './subject-access-review';
import { TOKEN_REVIEW } from './token-review';
import { VALIDATING_ADMISSION_POLICY } from './validating-admission-policy';
import { VALIDATING_ADMISSION_POLICY_BINDING } from './validating-admission-policy-binding';
import { VALIDATING_WEBHOOK_CONFIGURATION } from './validating-webhook-configuration';
import { VOLUME_ATTACHMENT } from './volume-attachment';
import { VOLUME_ATTRIBUTES_CLASS } from './volume-attributes-class';
import type { Strategy } from './strategy';

/** All other kinds of which more is known than their fields, loaded with the first manifest of one. */
export const OTHER_KINDS: readonly Strategy<never>[] = [
  API_SERVICE,
  BINDING,
  CERTIFICATE_SIGNING_REQUEST,
  CLUSTER_ROLE,
  CLUSTER_ROLE_BINDING,
  CLUSTER_TRUST_BUNDLE,
  CONTROLLER_REVISION,
  CSI_DRIVER,
  CSI_NODE,
  CSI_STORAGE_CAPACITY,
  CUSTOM_RESOURCE_DEFINITION,
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
  LEASE,
  LIMIT_RANGE,
  LOCAL_SUBJECT_ACCESS_REVIEW,
  MUTATING_ADMISSION_POLICY,
  MUTATING_ADMISSION_POLICY_BINDING,
  MUTATING_WEBHOOK_CONFIGURATION,
  NAMESPACE,
  NETWORK_POLICY,
  NODE,
  POD_CERTIFICATE_REQUEST,
  POD_DISRUPTION_BUDGET,
  PRIORITY_CLASS,
  PRIORITY_LEVEL_CONFIGURATION,
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
  STORAGE_CLASS,
  STORAGE_VERSION_MIGRATION,
  SUBJECT_ACCESS_REVIEW,
  TOKEN_REVIEW,
  VALIDATING_ADMISSION_POLICY,
  VALIDATING_ADMISSION_POLICY_BINDING,
  VALIDATING_WEBHOOK_CONFIGURATION,
  VOLUME_ATTACHMENT,
  VOLUME_ATTRIBUTES_CLASS,
];
