import { ManifestValidator } from '../../../lib';
import { judge } from '../../../lib/validate/engine';
import { allKinds, covers } from '../../../lib/validate/schema/schema';
import { serverStatus } from '../../../lib/validate/status';
import { formerKind } from '../../../lib/validate/unknown-kinds/former-kinds';
import { groupOf, isOwnGroup } from '../../../lib/validate/unknown-kinds/own-groups';

const manifest = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'a' } });
const advice = (apiVersion: string, kind: string, kubernetesVersion = '1.36') =>
  new ManifestValidator({ kubernetesVersion })
    .validate(manifest(apiVersion, kind))
    .map(({ rule, message, suggestion }) => [rule, message, suggestion]);

const REMOVED: readonly [apiVersion: string, kind: string, suggestion: RegExp][] = [
  ['policy/v1beta1', 'PodSecurityPolicy', /^removed in 1\.25; use Pod Security Admission/],
  ['extensions/v1beta1', 'PodSecurityPolicy', /^removed in 1\.16; use Pod Security Admission/],
  [
    'extensions/v1beta1',
    'Deployment',
    /^removed in 1\.16; use apps\/v1 Deployment: spec\.selector is required/,
  ],
  ['extensions/v1beta1', 'DaemonSet', /^removed in 1\.16; use apps\/v1 DaemonSet: /],
  ['extensions/v1beta1', 'NetworkPolicy', /^removed in 1\.16; use networking\.k8s\.io\/v1 NetworkPolicy$/],
  ['extensions/v1beta1', 'Ingress', /^removed in 1\.22; use networking\.k8s\.io\/v1 Ingress: /],
  ['extensions/v1beta1', 'Job', /^removed in 1\.6; use batch\/v1 Job$/],
  ['extensions/v1beta1', 'HorizontalPodAutoscaler', /is no longer served; use autoscaling\/v2 Horizontal/],
  ['extensions/v1beta1', 'ThirdPartyResource', /^removed in 1\.8; use .* CustomResourceDefinition: /],
  ['networking.k8s.io/v1beta1', 'Ingress', /^removed in 1\.22; .*service\.port\.number.*pathType/],
  ['batch/v1beta1', 'CronJob', /^removed in 1\.25; use batch\/v1 CronJob$/],
  ['batch/v2alpha1', 'CronJob', /^removed in 1\.21; use batch\/v1 CronJob$/],
  [
    'autoscaling/v2beta1',
    'HorizontalPodAutoscaler',
    /^removed in 1\.25; use autoscaling\/v2 .*target\.averageUtil/,
  ],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', /^removed in 1\.26; use autoscaling\/v2 Horizontal/],
  [
    'rbac.authorization.k8s.io/v1beta1',
    'Role',
    /^removed in 1\.22; use rbac\.authorization\.k8s\.io\/v1 Role$/,
  ],
  ['rbac.authorization.k8s.io/v1alpha1', 'ClusterRole', /^removed in 1\.23; use /],
  ['apps/v1beta1', 'StatefulSet', /^removed in 1\.16; use apps\/v1 StatefulSet: /],
  ['apps/v1beta2', 'ReplicaSet', /^removed in 1\.16; use apps\/v1 ReplicaSet: spec\.selector/],
  ['apps/v1alpha1', 'PetSet', /^removed in 1\.5; use apps\/v1 StatefulSet: /],
  ['policy/v1beta1', 'PodDisruptionBudget', /^removed in 1\.25; use policy\/v1 .*empty spec\.selector/],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', /^removed in 1\.22; .*spec\.versions/],
  [
    'admissionregistration.k8s.io/v1beta1',
    'ValidatingWebhookConfiguration',
    /^removed in 1\.22; .*sideEffects/,
  ],
  ['flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema', /^removed in 1\.26; use .*\/v1 FlowSchema$/],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', /^removed in 1\.32; use .*\/v1 FlowSchema$/],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', /^removed in 1\.25; .*nodeName and zone/],
  ['events.k8s.io/v1beta1', 'Event', /^removed in 1\.25; .*involvedObject is now regarding/],
  ['certificates.k8s.io/v1beta1', 'CertificateSigningRequest', /^removed in 1\.22; .*signerName/],
  ['settings.k8s.io/v1alpha1', 'PodPreset', /^removed in 1\.20; nothing replaces it/],
  ['auditregistration.k8s.io/v1alpha1', 'AuditSink', /^removed in 1\.19; nothing replaces it/],
  ['storage.k8s.io/v1beta1', 'StorageClass', /^removed in 1\.22; use storage\.k8s\.io\/v1 StorageClass$/],
  ['node.k8s.io/v1beta1', 'RuntimeClass', /^removed in 1\.25; use node\.k8s\.io\/v1 RuntimeClass$/],
  ['scheduling.k8s.io/v1alpha1', 'PriorityClass', /^removed in 1\.23; use /],
  ['resource.k8s.io/v1alpha2', 'ResourceClass', /^removed in 1\.31; use resource\.k8s\.io\/v1 DeviceClass: /],
  [
    'resource.k8s.io/v1beta1',
    'ResourceClaim',
    /^it is off by default: enable it with --runtime-config=resource\.k8s\.io\/v1beta1=true, or use resource\.k8s\.io\/v1 ResourceClaim: /,
  ],
];

test.each(REMOVED)('%s %s: since when it is gone, and what to use', (apiVersion, kind, suggestion) => {
  expect(advice(apiVersion, kind)).toEqual([
    [
      'unknown-kind',
      `no matches for kind "${kind}" in version "${apiVersion}"`,
      expect.stringMatching(suggestion),
    ],
  ]);
});

test('a server says nothing of the removal', () => {
  const status = serverStatus(judge(manifest('batch/v1beta1', 'CronJob'), { minor: 36 }));
  expect(status).toMatchObject({
    ok: false,
    code: 0,
    message: 'no matches for kind "CronJob" in version "batch/v1beta1"',
  });
});

test('a replacement that the minor lacks is named with its minor', () => {
  expect(advice('networking.k8s.io/v1alpha1', 'IPAddress', '1.31')).toEqual([
    [
      'unknown-kind',
      expect.anything(),
      'removed in 1.31; networking.k8s.io/v1 IPAddress is available since Kubernetes 1.33',
    ],
  ]);
  expect(advice('resource.k8s.io/v1beta2', 'DeviceClass', '1.31')).toEqual([
    ['unknown-kind', expect.anything(), 'it is available since Kubernetes 1.33, where it is off by default'],
  ]);
});

test('no kind that is served counts as a former one, and each replacement is served by 1.36', () => {
  for (const { apiVersion, kind } of allKinds().values()) {
    expect(formerKind(apiVersion, kind)).toBeUndefined();
  }
  const replacements = REMOVED.flatMap(
    ([apiVersion, kind]) => formerKind(apiVersion, kind)?.replacement ?? [],
  );
  expect(replacements.length).toBeGreaterThan(20);
  for (const replacement of replacements) {
    const kind = allKinds().get(replacement);
    if (!replacement.startsWith('flowcontrol')) expect(kind && covers(kind.minors, 36)).toBe(true);
  }
  for (const [apiVersion] of REMOVED) expect(isOwnGroup(groupOf(apiVersion))).toBe(true);
});
