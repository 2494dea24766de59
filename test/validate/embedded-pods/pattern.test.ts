import { ManifestValidator } from '../../../lib';
import { podTemplateOf } from '../../../lib/validate/embedded-pods/pattern';

const paths = (content: object, ...podTemplates: string[]) =>
  new ManifestValidator({ customResources: ['*'], podTemplates })
    .validate({ apiVersion: 'example.com/v1', kind: 'Backup', metadata: { name: 'a' }, ...content })
    .filter(({ level }) => level === 'error')
    .map(({ rule, path }) => `${rule} ${path}`);

const WRONG = { name: 'A', image: 'a:1' };
const TEMPLATE = { spec: { containers: [WRONG] } };

test('Pods of any kind are validated where the user says that there are some', () => {
  expect(paths({ spec: { template: TEMPLATE } })).toEqual([]);
  expect(paths({ spec: { template: TEMPLATE } }, 'Backup.example.com=spec.template')).toEqual([
    'container-name spec.template.spec.containers[0].name',
  ]);
  expect(
    paths({ spec: { jobs: { a: { pod: TEMPLATE.spec } } } }, 'Backup.example.com=spec.jobs[*].pod:PodSpec'),
  ).toEqual(['container-name spec.jobs[a].pod.containers[0].name']);
  expect(paths({ spec: { steps: [WRONG] } }, 'Backup.example.com=spec.steps[*]:Container')).toEqual([
    'container-name spec.steps[0].name',
  ]);
});

test('several places of one kind', () => {
  expect(
    paths(
      { a: TEMPLATE, b: TEMPLATE },
      'Backup.example.com=a',
      'Backup.example.com=b:PodTemplateSpec:partial',
    ),
  ).toEqual(['container-name a.spec.containers[0].name']);
});

test('a Job must not be restarted forever', () => {
  expect(paths({ spec: { template: TEMPLATE } }, 'Backup.example.com=spec:JobSpec')).toEqual([
    'container-name spec.template.spec.containers[0].name',
    'workload-restart-policy spec.template.spec.restartPolicy',
  ]);
});

test('an entry counts instead of what is known of a kind', () => {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'a' },
    spec: { template: TEMPLATE },
  };
  const errors = (...podTemplates: string[]) =>
    new ManifestValidator({ customResources: ['*'], podTemplates })
      .validate(rollout)
      .filter(({ level }) => level === 'error');
  expect(errors()).toHaveLength(1);
  expect(errors('Rollout.argoproj.io=none')).toEqual([]);
});

test.each([
  ['Rollout', 'use KIND.GROUP=PATH'],
  ['', 'use KIND.GROUP=PATH'],
  ['rollout.argoproj.io=spec', '"rollout" is not a kind'],
  ['Rollout=spec', 'add the group of the kind: Rollout.example.com'],
  ['Deployment.apps=spec.template', '"apps" is a built-in API group'],
  ['Rollout.argoproj=spec', '"argoproj" is not the group of a custom resource'],
  ['argoproj.io/v1alpha1/Rollout=spec', 'without a version'],
  ['Rollout.argoproj.io=', '"" is not a path of fields'],
  ['Rollout.argoproj.io=spec..template', 'is not a path of fields'],
  ['Rollout.argoproj.io=spec[0].template', 'is not a path of fields'],
  ['Rollout.argoproj.io=spec:PodTemplate', 'did you mean "PodTemplateSpec"?'],
  ['Rollout.argoproj.io=spec:Deployment', 'use Pod, PodTemplateSpec'],
  ['Rollout.argoproj.io=spec:PodSpec:merged', '"merged" is unknown: use ":partial"'],
  [5, 'use KIND.GROUP=PATH'],
])('%s makes no sense', (pattern, message) => {
  expect(() => podTemplateOf(pattern)).toThrow(message);
});

test('podTemplates is a list', () => {
  const options = { podTemplates: 'Rollout.argoproj.io=spec' } as never;
  expect(() => new ManifestValidator(options)).toThrow();
});
