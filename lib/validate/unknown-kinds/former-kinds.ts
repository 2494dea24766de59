import type { MinorRange } from '../schema/schema';

/** What took the place of a kind that servers no longer serve, or do not serve unless asked. */
export interface FormerKind {
  /** First minor with the kind, as far as it matters, and last minor; undefined where it is not recorded. */
  readonly minors?: MinorRange;
  /** The kind to use: `apps/v1 Deployment`. */
  readonly replacement?: string;
  /** What to change in the manifest, or what to do if no kind replaces it. */
  readonly changes?: string;
}

/**
 * Kinds that Kubernetes' own groups once served, a line for each version: `apiVersion minors replacement
 * kind…`. The first of the minors counts only if it is a version that can be judged; the last is the one
 * before the removal. `-` stands for minors that are not recorded, or for no replacement; `kind=other` for a
 * replacement of another name.
 *
 * Sources: kubernetes.io/docs/reference/using-api/deprecation-guide; APILifecycleIntroduced and
 * APILifecycleRemoved in k8s.io/api 0.19 to 0.37 (zz_generated.prerelease-lifecycle.go), and the versions of
 * that module in which a type without them was last there. Release notes, for the rest: 1.5 (PetSet,
 * policy/v1alpha1), 1.6 (kubernetes#38614), 1.8 (ThirdPartyResource, autoscaling/v2alpha1), 1.9
 * (ExternalAdmissionHookConfiguration), 1.14 (kubernetes#72972), 1.19 (kubernetes#89598), 1.23
 * (kubernetes#104248), 1.24 (kubernetes#103061), and 1.31 for networking.k8s.io/v1alpha1
 * (pkg/registry/networking/rest).
 */
const LINES: readonly string[] = [
  'admissionregistration.k8s.io/v1alpha1 0-8 - ExternalAdmissionHookConfiguration',
  'admissionregistration.k8s.io/v1alpha1 0-13 - InitializerConfiguration',
  'admissionregistration.k8s.io/v1alpha1 0-31 admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1alpha1 32-37 admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1beta1 0-21 admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1beta1 0-33 admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1beta1 34-39 admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding',
  'apiextensions.k8s.io/v1beta1 0-21 apiextensions.k8s.io/v1 CustomResourceDefinition',
  'apiregistration.k8s.io/v1beta1 0-21 apiregistration.k8s.io/v1 APIService',
  'apps/v1alpha1 0-4 apps/v1 PetSet=StatefulSet',
  'apps/v1beta1 0-15 - DeploymentRollback',
  'apps/v1beta1 0-15 apps/v1 ControllerRevision Deployment StatefulSet',
  'apps/v1beta1 0-15 autoscaling/v1 Scale',
  'apps/v1beta2 0-15 apps/v1 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  'apps/v1beta2 0-15 autoscaling/v1 Scale',
  'auditregistration.k8s.io/v1alpha1 0-18 - AuditSink',
  'authentication.k8s.io/v1alpha1 0-31 authentication.k8s.io/v1 SelfSubjectReview',
  'authentication.k8s.io/v1beta1 0-21 authentication.k8s.io/v1 TokenReview',
  'authentication.k8s.io/v1beta1 0-32 authentication.k8s.io/v1 SelfSubjectReview',
  'authorization.k8s.io/v1beta1 0-21 authorization.k8s.io/v1 LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'autoscaling/v2alpha1 0-7 autoscaling/v2 HorizontalPodAutoscaler',
  'autoscaling/v2beta1 0-24 autoscaling/v2 HorizontalPodAutoscaler',
  'autoscaling/v2beta2 0-25 autoscaling/v2 HorizontalPodAutoscaler',
  'batch/v1beta1 0-24 batch/v1 CronJob',
  'batch/v2alpha1 0-20 batch/v1 CronJob',
  'batch/v2alpha1 - batch/v1 Job ScheduledJob=CronJob',
  'certificates.k8s.io/v1alpha1 - certificates.k8s.io/v1 CertificateSigningRequest',
  'certificates.k8s.io/v1alpha1 0-36 certificates.k8s.io/v1 ClusterTrustBundle',
  'certificates.k8s.io/v1alpha1 34-34 certificates.k8s.io/v1 PodCertificateRequest',
  'certificates.k8s.io/v1beta1 0-21 certificates.k8s.io/v1 CertificateSigningRequest',
  'certificates.k8s.io/v1beta1 33-39 certificates.k8s.io/v1 ClusterTrustBundle',
  'certificates.k8s.io/v1beta1 35-40 certificates.k8s.io/v1 PodCertificateRequest',
  'coordination.k8s.io/v1alpha1 31-31 coordination.k8s.io/v1beta1 LeaseCandidate',
  'coordination.k8s.io/v1alpha2 32-37 coordination.k8s.io/v1beta1 LeaseCandidate',
  'coordination.k8s.io/v1beta1 0-21 coordination.k8s.io/v1 Lease',
  'coordination.k8s.io/v1beta1 33-38 - LeaseCandidate',
  'discovery.k8s.io/v1alpha1 0-20 discovery.k8s.io/v1 EndpointSlice',
  'discovery.k8s.io/v1beta1 0-24 discovery.k8s.io/v1 EndpointSlice',
  'events.k8s.io/v1beta1 0-24 events.k8s.io/v1 Event',
  'extensions/v1beta1 - autoscaling/v2 HorizontalPodAutoscaler',
  'extensions/v1beta1 0-5 batch/v1 Job',
  'extensions/v1beta1 0-7 apiextensions.k8s.io/v1 ThirdPartyResource=CustomResourceDefinition',
  'extensions/v1beta1 0-15 - DeploymentRollback PodSecurityPolicy',
  'extensions/v1beta1 0-15 apps/v1 DaemonSet Deployment ReplicaSet',
  'extensions/v1beta1 0-15 autoscaling/v1 Scale',
  'extensions/v1beta1 0-15 networking.k8s.io/v1 NetworkPolicy',
  'extensions/v1beta1 0-21 networking.k8s.io/v1 Ingress',
  'flowcontrol.apiserver.k8s.io/v1alpha1 0-20 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration',
  'flowcontrol.apiserver.k8s.io/v1beta1 0-25 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration',
  'flowcontrol.apiserver.k8s.io/v1beta2 0-28 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration',
  'flowcontrol.apiserver.k8s.io/v1beta3 0-31 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration',
  'internal.apiserver.k8s.io/v1alpha1 0-99 - StorageVersion',
  'networking.k8s.io/v1alpha1 0-28 - ClusterCIDR',
  'networking.k8s.io/v1alpha1 0-30 networking.k8s.io/v1 IPAddress ServiceCIDR',
  'networking.k8s.io/v1beta1 0-21 networking.k8s.io/v1 Ingress IngressClass',
  'networking.k8s.io/v1beta1 31-36 networking.k8s.io/v1 IPAddress ServiceCIDR',
  'node.k8s.io/v1alpha1 0-23 node.k8s.io/v1 RuntimeClass',
  'node.k8s.io/v1beta1 0-24 node.k8s.io/v1 RuntimeClass',
  'policy/v1alpha1 0-4 policy/v1 PodDisruptionBudget',
  'policy/v1beta1 0-24 - PodSecurityPolicy',
  'policy/v1beta1 0-24 policy/v1 Eviction PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1alpha1 0-22 rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding',
  'rbac.authorization.k8s.io/v1beta1 0-21 rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding',
  'resource.k8s.io/v1alpha1 0-26 - PodScheduling',
  'resource.k8s.io/v1alpha1 0-26 resource.k8s.io/v1 ResourceClaim ResourceClaimTemplate ResourceClass=DeviceClass',
  'resource.k8s.io/v1alpha2 0-30 - PodSchedulingContext ResourceClaimParameters ResourceClassParameters',
  'resource.k8s.io/v1alpha2 0-30 resource.k8s.io/v1 ResourceClaim ResourceClaimTemplate ResourceClass=DeviceClass ResourceSlice',
  'resource.k8s.io/v1alpha3 31-31 - PodSchedulingContext',
  'resource.k8s.io/v1alpha3 31-33 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'resource.k8s.io/v1alpha3 33-38 resource.k8s.io/v1 DeviceTaintRule',
  'resource.k8s.io/v1alpha3 36-41 - ResourcePoolStatusRequest',
  'resource.k8s.io/v1beta1 32-37 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'resource.k8s.io/v1beta2 33-38 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'resource.k8s.io/v1beta2 36-41 resource.k8s.io/v1 DeviceTaintRule',
  'scheduling.k8s.io/v1alpha1 0-22 scheduling.k8s.io/v1 PriorityClass',
  'scheduling.k8s.io/v1alpha1 35-35 scheduling.k8s.io/v1alpha2 Workload',
  'scheduling.k8s.io/v1alpha2 36-99 - PodGroup Workload',
  'scheduling.k8s.io/v1beta1 0-21 scheduling.k8s.io/v1 PriorityClass',
  'settings.k8s.io/v1alpha1 0-19 - PodPreset',
  'storage.k8s.io/v1alpha1 0-23 storage.k8s.io/v1 CSIStorageCapacity VolumeAttachment',
  'storage.k8s.io/v1alpha1 0-34 storage.k8s.io/v1 VolumeAttributesClass',
  'storage.k8s.io/v1beta1 0-21 storage.k8s.io/v1 CSIDriver CSINode StorageClass VolumeAttachment',
  'storage.k8s.io/v1beta1 0-26 storage.k8s.io/v1 CSIStorageCapacity',
  'storage.k8s.io/v1beta1 31-36 storage.k8s.io/v1 VolumeAttributesClass',
  'storagemigration.k8s.io/v1alpha1 30-34 storagemigration.k8s.io/v1 StorageVersionMigration',
  'storagemigration.k8s.io/v1beta1 35-40 storagemigration.k8s.io/v1 StorageVersionMigration',
];

const SELECTOR = 'spec.selector is required and must match the labels of spec.template';
const HPA_V2BETA1 =
  'targetAverageUtilization is now target.averageUtilization with target.type Utilization, targetAverageValue is target.averageValue, metricName is metric.name';
const EXTERNAL = 'register a MutatingWebhookConfiguration of admissionregistration.k8s.io/v1';

/**
 * What changes in a manifest, by the replacement, or by the old version if that matters (sections "Notable
 * changes" of the deprecation guide). Of kinds without a replacement, what to do instead.
 */
const CHANGES: { readonly [kind: string]: string } = {
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration':
    'sideEffects and admissionReviewVersions are required; failurePolicy defaults to Fail, matchPolicy to Equivalent, timeoutSeconds to 10',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration':
    'sideEffects and admissionReviewVersions are required; failurePolicy defaults to Fail, matchPolicy to Equivalent, timeoutSeconds to 10',
  'apiextensions.k8s.io/v1 CustomResourceDefinition':
    'spec.versions replaces spec.version, and each version has its own schema (schema.openAPIV3Schema, required), subresources and additionalPrinterColumns (with jsonPath for JSONPath); spec.conversion.webhook.clientConfig replaces spec.conversion.webhookClientConfig; spec.scope is required',
  'extensions/v1beta1 ThirdPartyResource':
    'it names the group, the kind and the plural, and each version has a schema',
  'apps/v1 DaemonSet': `${SELECTOR}; spec.templateGeneration is gone; spec.updateStrategy.type defaults to RollingUpdate`,
  'apps/v1 Deployment': `${SELECTOR}; spec.rollbackTo is gone; progressDeadlineSeconds defaults to 600, revisionHistoryLimit to 10, maxSurge and maxUnavailable to 25%`,
  'apps/v1 ReplicaSet': SELECTOR,
  'apps/v1 StatefulSet': `${SELECTOR}; spec.updateStrategy.type defaults to RollingUpdate`,
  'apps/v1alpha1 PetSet': `${SELECTOR}; spec.updateStrategy.type defaults to RollingUpdate`,
  'authorization.k8s.io/v1 LocalSubjectAccessReview': 'spec.group is now spec.groups',
  'authorization.k8s.io/v1 SubjectAccessReview': 'spec.group is now spec.groups',
  'autoscaling/v2alpha1 HorizontalPodAutoscaler': HPA_V2BETA1,
  'autoscaling/v2beta1 HorizontalPodAutoscaler': HPA_V2BETA1,
  'extensions/v1beta1 HorizontalPodAutoscaler':
    'spec.scaleRef is now spec.scaleTargetRef, spec.cpuUtilization is an entry of spec.metrics',
  'certificates.k8s.io/v1 CertificateSigningRequest': 'spec.signerName and spec.usages are required',
  'discovery.k8s.io/v1 EndpointSlice': 'endpoints[].topology is gone: use nodeName and zone of the endpoint',
  'events.k8s.io/v1 Event':
    'involvedObject is now regarding; eventTime, action, reason, reportingController and reportingInstance are required; firstTimestamp, lastTimestamp, count and source are deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedCount and deprecatedSource',
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration':
    'spec.limited.assuredConcurrencyShares is now nominalConcurrencyShares, for which 0 no longer means 30',
  'networking.k8s.io/v1 Ingress':
    'spec.backend is now spec.defaultBackend, serviceName is service.name, servicePort is service.port.number or service.port.name, and each path needs a pathType (ImplementationSpecific for the old behavior)',
  'policy/v1 PodDisruptionBudget': 'an empty spec.selector now selects all Pods of the namespace',
  'node.k8s.io/v1alpha1 RuntimeClass': 'spec.runtimeHandler is now handler',
  'resource.k8s.io/v1 DeviceClass': 'the structure is new: see spec.selectors and spec.config',
  'resource.k8s.io/v1 ResourceClaim':
    'an entry of spec.devices.requests has its fields in "exactly" or "firstAvailable"',
  'resource.k8s.io/v1 ResourceClaimTemplate':
    'an entry of spec.spec.devices.requests has its fields in "exactly" or "firstAvailable"',
  AuditSink: 'nothing replaces it: use the webhook backend of kube-apiserver (--audit-webhook-config-file)',
  ClusterCIDR: 'nothing replaces it: set the ranges with --cluster-cidr of kube-controller-manager',
  DeploymentRollback: 'nothing replaces it: use kubectl rollout undo',
  ExternalAdmissionHookConfiguration: EXTERNAL,
  InitializerConfiguration: EXTERNAL,
  PodPreset:
    'nothing replaces it: write the fields into the Pods, or use a MutatingAdmissionPolicy or a mutating webhook',
  PodScheduling: 'nothing replaces it: the scheduler allocates resource claims',
  PodSchedulingContext: 'nothing replaces it: the scheduler allocates resource claims',
  PodSecurityPolicy:
    'use Pod Security Admission, which reads the label pod-security.kubernetes.io/enforce (privileged, baseline or restricted) of namespaces, or a policy engine',
  ResourceClaimParameters: 'nothing replaces it: use spec.devices.config of resource.k8s.io/v1 ResourceClaim',
  ResourceClassParameters: 'nothing replaces it: use spec.config of resource.k8s.io/v1 DeviceClass',
};

/** The kind that a group's version had or has, though it is not served by default. */
export function formerKind(apiVersion: string, kind: string): FormerKind | undefined {
  for (const line of LINES) {
    const [version, minors, replacing, ...kinds] = line.split(' ');
    const named = version === apiVersion ? kinds.find((name) => name.split('=')[0] === kind) : undefined;
    if (named === undefined) continue;
    const replacement = replacing === '-' ? undefined : `${replacing} ${named.split('=').at(-1)!}`;
    return { minors: rangeOf(minors), replacement, changes: changesOf(version, kind, replacement) };
  }
  return undefined;
}

function rangeOf(text: string): MinorRange | undefined {
  if (text === '-') return undefined;
  const [first, last] = text.split('-').map(Number);
  return [first, last];
}

const changesOf = (version: string, kind: string, replacement: string | undefined): string | undefined =>
  CHANGES[`${version} ${kind}`] ?? CHANGES[replacement ?? kind];
