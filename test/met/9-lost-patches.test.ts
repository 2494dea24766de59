import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Validation } from '../../lib';
import { newChart } from '../support/chart';

/* A patch that is lost (cdk8s-core#72, #2571). */

const containers = [{ image: 'nginx:1.27' }];
const errors = (make: (chart: Chart) => ApiObject | kplus.Resource, ...patches: JsonPatch[]) => {
  const chart = newChart();
  ApiObject.of(make(chart)).addJsonPatch(...patches);
  return Validation.of(chart)
    .findings()
    .filter(({ level }) => level === 'error')
    .map(({ rule, path, suggestion }) => `${rule} ${path}: ${suggestion}`);
};
const set = (path: string, value: string, kind: string) =>
  `field-not-rendered ${path}: set it to {"value":${value}}: that is the form in which ${kind} takes it`;

const deployment = (chart: Chart) => new kplus.Deployment(chart, 'web', { containers });
const claim = (chart: Chart) =>
  new kplus.PersistentVolumeClaim(chart, 'claim', {
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
  });

test.each<[string, (chart: Chart) => kplus.Resource, JsonPatch, string[]]>([
  [
    'the strategy of a Deployment',
    deployment,
    JsonPatch.replace('/spec/strategy', { rollingUpdate: { maxSurge: 1 } }),
    [set('spec.strategy.rollingUpdate.maxSurge', '1', 'KubeDeployment')],
  ],
  [
    'a percentage',
    deployment,
    JsonPatch.replace('/spec/strategy', { rollingUpdate: { maxUnavailable: '25%' } }),
    [set('spec.strategy.rollingUpdate.maxUnavailable', '"25%"', 'KubeDeployment')],
  ],
  [
    'the storage of a claim, which is not missing',
    claim,
    JsonPatch.add('/spec/resources', { requests: { storage: '1Gi' } }),
    [set('spec.resources.requests[storage]', '"1Gi"', 'KubePersistentVolumeClaim')],
  ],
  [
    'a limit of a container',
    deployment,
    JsonPatch.add('/spec/template/spec/containers/0/resources', { limits: { memory: '1Gi' } }),
    [set('spec.template.spec.containers[0].resources.limits[memory]', '"1Gi"', 'KubeDeployment')],
  ],
  [
    'a port of a probe',
    (chart) =>
      new kplus.StatefulSet(chart, 'db', {
        containers,
        service: new kplus.Service(chart, 's', { ports: [{ port: 80 }] }),
      }),
    JsonPatch.add('/spec/template/spec/containers/0/livenessProbe', { tcpSocket: { port: 80 } }),
    [set('spec.template.spec.containers[0].livenessProbe.tcpSocket.port', '80', 'KubeStatefulSet')],
  ],
])('%s', (_, make, patch, expected) => {
  expect(errors(make, patch)).toEqual(expected);
});
