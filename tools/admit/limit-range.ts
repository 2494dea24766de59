import { type AdmitCase, claim, container, type Manifest, manifest, pod } from './cases';

type Fields = { readonly [field: string]: unknown };

const range = (...limits: readonly Fields[]): Manifest =>
  manifest('v1', 'LimitRange', 'limits', { spec: { limits } });
const ofContainers = (fields: Fields) => range({ type: 'Container', ...fields });
const ofPods = (fields: Fields) => range({ type: 'Pod', ...fields });
const ofClaims = (fields: Fields) => range({ type: 'PersistentVolumeClaim', ...fields });

const one = (requests?: string, limits?: string, fields?: Fields) =>
  pod([container('a', requests, limits, fields)]);
const ratio = (cpu: string) => ofContainers({ maxLimitRequestRatio: { cpu } });
const initOf = (requests: string, limits = '', fields: Fields = {}) =>
  pod([container('a', '100m/64Mi', '200m/128Mi')], {
    initContainers: [container('i', requests, limits, fields)],
  });

const CASES: readonly (readonly [name: string, given: Manifest | readonly Manifest[], asked: Manifest])[] = [
  ['within all limits', ofContainers({ min: { cpu: '50m' }, max: { cpu: '2' } }), one('100m', '1')],
  ['request below min', ofContainers({ min: { cpu: '100m' } }), one('50m', '1')],
  ['request equal to min', ofContainers({ min: { cpu: '100m' } }), one('0.1', '1')],
  ['limit above max', ofContainers({ max: { cpu: '1' } }), one('100m', '1001m')],
  ['no request and no limit for min', ofContainers({ min: { memory: '64Mi' } }), one()],
  ['max is the default limit', ofContainers({ max: { memory: '64Mi' } }), one()],
  ['limit below min, and the request that follows', ofContainers({ min: { cpu: '1' } }), one('', '500m')],
  ['a limit is the default request', ofContainers({ min: { cpu: '1' } }), one('', '2')],
  ['defaults satisfy min', ofContainers({ min: { cpu: '1' }, defaultRequest: { cpu: '1' } }), one()],
  ['a default limit below the own request', ofContainers({ default: { cpu: '500m' } }), one('1')],
  ['a default request above the own limit', ofContainers({ defaultRequest: { cpu: '1' }, default: { cpu: '2' } }), one('', '500m')],
  ['a default limit of another resource', ofContainers({ default: { memory: '1Gi' } }), one('100m', '1')],
  ['several reasons at once', ofContainers({ min: { cpu: '1', memory: '1Gi' }, max: { cpu: '2', memory: '2Gi' } }), one('500m/512Mi', '3/3Gi')],
  ['two containers, one wrong', ofContainers({ max: { cpu: '1' } }), pod([container('a', '1', '1'), container('b', '1', '2')])],
  ['two containers, both wrong', ofContainers({ max: { cpu: '1' } }), pod([container('a', '1', '3'), container('b', '1', '2')])],
  ['an init container above max', ofContainers({ max: { cpu: '1' } }), initOf('1', '4')],
  ['an init container gets defaults', ofContainers({ min: { cpu: '50m' }, default: { cpu: '1' }, defaultRequest: { cpu: '100m' } }), initOf('/32Mi')],
  ['a native sidecar above max', ofContainers({ max: { memory: '100Mi' } }), initOf('/1Gi', '/1Gi', { restartPolicy: 'Always' })],
  ['a ratio that is too high', ratio('2'), one('100m', '500m')],
  ['a ratio that is met', ratio('5'), one('100m', '500m')],
  ['a ratio with a fraction', ratio('1500m'), one('100m', '160m')],
  ['a ratio without a request', ratio('2'), one()],
  ['a ratio without a limit', ratio('2'), one('100m')],
  ['a ratio of memory', ofContainers({ maxLimitRequestRatio: { memory: '1' } }), one('/64Mi', '/65Mi')],
  ['an extended resource', ofContainers({ max: { 'example.com/gpu': '1' } }), one('example.com/gpu=2', 'example.com/gpu=2')],
  ['ephemeral storage', ofContainers({ max: { 'ephemeral-storage': '1Gi' } }), one('', 'ephemeral-storage=2Gi')],
  ['amounts of other units', ofContainers({ max: { memory: '1G' } }), one('', '/1Gi')],
  ['a Pod above max', ofPods({ max: { cpu: '1' } }), pod([container('a', '600m', '600m'), container('b', '600m', '600m')])],
  ['a Pod below min', ofPods({ min: { memory: '1Gi' } }), one('/512Mi', '/2Gi')],
  ['a Pod without limits', ofPods({ max: { cpu: '1' } }), one('100m')],
  ['a Pod whose init container is the largest', ofPods({ max: { cpu: '1' } }), initOf('2', '2')],
  ['a Pod with a sidecar', ofPods({ max: { cpu: '1' } }), initOf('900m', '900m', { restartPolicy: 'Always' })],
  ['the ratio of a Pod', ofPods({ maxLimitRequestRatio: { cpu: '2' } }), pod([container('a', '100m', '500m'), container('b', '400m', '500m')])],
  ['resources of the Pod itself', ofPods({ max: { cpu: '1' } }), pod([container('a', '100m', '100m')], { resources: { requests: { cpu: '2' }, limits: { cpu: '2' } } })],
  ['containers and Pods', range({ type: 'Container', max: { cpu: '1' } }, { type: 'Pod', max: { cpu: '1' } }), one('1', '2')],
  ['claim above max', ofClaims({ max: { storage: '1Gi' } }), claim('2Gi')],
  ['claim below min', ofClaims({ min: { storage: '10Gi' } }), claim('2Gi')],
  ['claim within limits', ofClaims({ min: { storage: '1Gi' }, max: { storage: '10Gi' } }), claim('2Gi')],
  ['a limit for claims does not concern Pods', ofClaims({ max: { storage: '1Gi' } }), one()],
  ['an invalid LimitRange default would be refused, a valid one decides', ofContainers({ default: { cpu: '1' }, defaultRequest: { cpu: '500m' }, max: { cpu: '1' }, min: { cpu: '500m' } }), one('400m')],
  ['a Pod that is invalid is not asked about', ofContainers({ max: { cpu: '1' } }), one('2', '1')],
  ['negative nothing: zero request', ofContainers({ min: { cpu: '10m' } }), one('0', '1')],
]; // prettier-ignore

export const LIMIT_RANGE: readonly AdmitCase[] = CASES.map(([name, given, asked]) => ({
  name,
  given: [given].flat(),
  asked,
}));
