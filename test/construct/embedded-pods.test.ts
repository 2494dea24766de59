import { ApiObject, App, Chart } from 'cdk8s';
import { PodDefaults, PodTemplate } from '../../lib';

const container = (name: string) => ({ name, image: 'a:1' });
const template = (name: string) => ({ spec: { containers: [container(name)] } });

function objectOf(apiVersion: string, kind: string, spec: object): ApiObject {
  return new ApiObject(new Chart(new App(), 'demo'), 'a', { apiVersion, kind, ...{ spec } });
}

const KINDS: readonly (readonly [apiVersion: string, kind: string, spec: object])[] = [
  ['argoproj.io/v1alpha1', 'Rollout', { template: template('a') }],
  ['serving.knative.dev/v1', 'Revision', template('a').spec],
  ['keda.sh/v1alpha1', 'ScaledJob', { jobTargetRef: { template: template('a') } }],
  [
    'jobset.x-k8s.io/v1alpha2',
    'JobSet',
    { replicatedJobs: [{ template: { spec: { template: template('a') } } }] },
  ],
  ['kubeflow.org/v1', 'Notebook', { template: template('a') }],
  ['kubeflow.org/v1', 'TFJob', { tfReplicaSpecs: { Worker: { template: template('a') } } }],
];

test.each(KINDS)('%s %s: patterns reach its Pod', (apiVersion, kind, spec) => {
  const object = objectOf(apiVersion, kind, spec);
  PodTemplate.of(object).addContainer(container('b'));
  const before = JSON.stringify(spec);
  const added = before.replace(
    '[{"name":"a","image":"a:1"}]',
    '[{"name":"a","image":"a:1"},{"name":"b","image":"a:1"}]',
  );
  expect((object.toJson() as { spec: unknown }).spec).toEqual(JSON.parse(added));
});

const RAY = { headGroupSpec: { template: template('a') }, workerGroupSpecs: [{ template: template('b') }] };

test('defaults reach each Pod of a resource with several', () => {
  const object = objectOf('ray.io/v1', 'RayCluster', RAY);
  PodDefaults.of(object.node.root).add({ container: { imagePullPolicy: 'Always' } });
  const text = JSON.stringify(object.toJson());
  expect(text.match(/"imagePullPolicy":"Always"/g)).toHaveLength(2);
});

test('which of several Pods is meant is not guessed', () => {
  const object = objectOf('ray.io/v1', 'RayCluster', RAY);
  expect(() => PodTemplate.of(object)).toThrow(
    'contains 2 Pods: use PodDefaults.of, which changes all of them',
  );
});

test('a part of a Pod that a controller completes is left alone', () => {
  const spec = { podTemplate: { spec: { containers: [{ name: 'kibana' }] } } };
  const object = objectOf('kibana.k8s.elastic.co/v1', 'Kibana', spec);
  PodDefaults.of(object.node.root).add({ container: { imagePullPolicy: 'Always' } });
  expect((object.toJson() as { spec: unknown }).spec).toEqual(spec);
  expect(() => PodTemplate.of(object)).toThrow('contains no Pod');
});
