import { advice, object } from './manifests';

/* Kinds of the past: since when they are gone, what replaces them, what changes. */

test.each([
  ['policy/v1beta1', 'PodSecurityPolicy', /^unknown-kind kind: removed in 1\.25; use Pod Security Admission/],
  [
    'extensions/v1beta1',
    'Deployment',
    /^unknown-kind kind: removed in 1\.16; use apps\/v1 Deployment: spec\.selector is required/,
  ],
  [
    'networking.k8s.io/v1beta1',
    'Ingress',
    /^unknown-kind kind: removed in 1\.22; use networking\.k8s\.io\/v1 Ingress: .*service\.port\.number.*pathType/,
  ],
  ['batch/v1beta1', 'CronJob', /^unknown-kind kind: removed in 1\.25; use batch\/v1 CronJob$/],
  [
    'autoscaling/v2beta2',
    'HorizontalPodAutoscaler',
    /^unknown-kind kind: removed in 1\.26; use autoscaling\/v2 HorizontalPodAutoscaler/,
  ],
  [
    'rbac.authorization.k8s.io/v1beta1',
    'ClusterRoleBinding',
    /^unknown-kind kind: removed in 1\.22; use rbac\.authorization\.k8s\.io\/v1 ClusterRoleBinding$/,
  ],
  [
    'extensions/v1beta1',
    'NetworkPolicy',
    /^unknown-kind kind: removed in 1\.16; use networking\.k8s\.io\/v1 NetworkPolicy$/,
  ],
  [
    'policy/v1beta1',
    'PodDisruptionBudget',
    /^unknown-kind kind: removed in 1\.25; use policy\/v1 PodDisruptionBudget: .*empty spec\.selector/,
  ],
])('%s %s', (apiVersion, kind, suggestion) => {
  expect(advice(object(apiVersion, kind, ''))).toEqual([expect.stringMatching(suggestion)]);
  const item = JSON.stringify({ apiVersion, kind, metadata: { name: 'a' } });
  expect(advice(`{"apiVersion":"v1","kind":"List","items":[${item}]}`)).toEqual([
    expect.stringMatching(suggestion),
  ]);
});
