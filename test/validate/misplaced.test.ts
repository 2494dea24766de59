import { ManifestValidator } from '../../lib';
import { allKinds } from '../../lib/validate/schema/schema';

const validator = new ManifestValidator();

/** `path: suggestion` for every unknown field. */
const unknown = (text: string, by = validator) =>
  by
    .validateYaml(text)
    .filter(({ rule }) => rule === 'unknown-field')
    .map(({ path, suggestion }) => `${path}: ${suggestion}`);
const rules = (text: string) =>
  validator
    .validateYaml(text)
    .filter(({ stage }) => stage !== 'lint')
    .map(({ rule }) => rule);

const object = (apiVersion: string, kind: string, fields: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${fields}\n`;
const pod = (spec: string) => object('v1', 'Pod', `spec: {${spec}}`);
const container = (fields: string) => pod(`containers: [{name: a, image: nginx:1.27, ${fields}}]`);
const C = 'spec.containers[0]';
const ENTRY = ', where [] is an entry of the list';

describe('a field in a container', () => {
  test.each([
    ['volumes: []', 'volumes: move it to spec.volumes'],
    [
      'terminationGracePeriodSeconds: 3',
      'terminationGracePeriodSeconds: move it to spec.terminationGracePeriodSeconds',
    ],
    ['imagePullSecrets: [{name: x}]', 'imagePullSecrets: move it to spec.imagePullSecrets'],
    ['hostNetwork: true', 'hostNetwork: move it to spec.hostNetwork'],
    ['nodeSelector: {a: b}', 'nodeSelector: move it to spec.nodeSelector'],
    ['securityContext: {fsGroup: 1}', 'securityContext.fsGroup: move it to spec.securityContext.fsGroup'],
    ['fsGroup: 1', 'fsGroup: move it to spec.securityContext.fsGroup'],
    ['capabilities: {add: [A]}', `capabilities: move it to ${C}.securityContext.capabilities`],
    ['hostPort: 80', `hostPort: move it to ${C}.ports[].hostPort${ENTRY}`],
    ['ports: [{}], hostPort: 80', `hostPort: move it to ${C}.ports[0].hostPort`],
    ['labels: {a: b}', 'labels: move it to metadata.labels'],
    ['preStop: {exec: {command: [a]}}', `preStop: move it to ${C}.lifecycle.preStop`],
    ['secretKeyRef: {name: a, key: b}', `secretKeyRef: move it to ${C}.env[].valueFrom.secretKeyRef${ENTRY}`],
    ['readinessprobe: {}', 'readinessprobe: did you mean "readinessProbe"?'],
    ['restartpolicy: Always', 'restartpolicy: did you mean "restartPolicy", or spec.restartPolicy?'],
    ['volumeMount: [{name: a}]', 'volumeMount: did you mean "volumeMounts"?'],
    ['environment: [{name: a, value: b}]', 'environment: did you mean "env"?'],
    [
      'healthcheck: {periodSeconds: 5}',
      'healthcheck: did you mean "livenessProbe", "readinessProbe" or "startupProbe"?',
    ],
    ['whatever: 3', 'whatever: remove it: there is no such field in this kind'],
  ])('%s', (fields, expected) => {
    expect(unknown(container(fields))).toEqual([`${C}.${expected}`]);
  });
});

describe('a field of a probe or a handler', () => {
  test.each([
    [
      'livenessProbe: {path: /, port: 80}',
      ['livenessProbe.path', 'livenessProbe.port'],
      ['livenessProbe.httpGet.path', 'livenessProbe.httpGet.port'],
    ],
    [
      'startupProbe: {httpGet: {path: /, port: 80, initialDelaySeconds: 5}}',
      ['startupProbe.httpGet.initialDelaySeconds'],
      ['startupProbe.initialDelaySeconds'],
    ],
    [
      'lifecycle: {preStop: {command: [sleep, "5"]}}',
      ['lifecycle.preStop.command'],
      ['lifecycle.preStop.exec.command'],
    ],
    [
      'command: [a], livenessProbe: {command: [b]}',
      ['livenessProbe.command'],
      ['livenessProbe.exec.command'],
    ],
  ])('%s', (fields, paths, targets) => {
    expect(unknown(container(fields))).toEqual(
      paths.map((path, index) => `${C}.${path}: move it to ${C}.${targets[index]}`),
    );
  });

  it('names every handler that has it', () => {
    const probe = `${C}.readinessProbe`;
    expect(unknown(container('readinessProbe: {port: 80}'))).toEqual([
      `${probe}.port: move it to ${probe}.grpc.port, ${probe}.httpGet.port or ${probe}.tcpSocket.port`,
    ]);
  });

  it('is one mistake: the missing handler is its consequence', () => {
    const text = container('livenessProbe: {path: /, port: 80}, lifecycle: {preStop: {command: [a]}}');
    expect(new Set(rules(text))).toEqual(new Set(['unknown-field']));
  });
});

describe('an amount', () => {
  const both = `${C}.resources.requests.cpu or ${C}.resources.limits.cpu`;
  test.each([
    ['resources: {cpu: 1}', `resources.cpu: move it to ${both}`],
    ['cpu: 100m', `cpu: move it to ${both}`],
    ['limits: {cpu: 1}', `limits: move it to ${C}.resources.limits`],
    [
      'nvidia.com/gpu: 1',
      `nvidia.com/gpu: move it to ${C}.resources.requests[nvidia.com/gpu] or ${C}.resources.limits[nvidia.com/gpu]`,
    ],
    ['cpu: lots', 'cpu: remove it: there is no such field in this kind'],
  ])('%s', (fields, expected) => {
    expect(unknown(container(fields))).toEqual([`${C}.${expected}`]);
  });

  test.each([
    [
      'storage: 1Gi',
      'spec.storage: move it to spec.resources.requests.storage or spec.resources.limits.storage',
    ],
    ['requests: {storage: 1Gi}', 'spec.requests: move it to spec.resources.requests'],
    [
      'capacity: {storage: 1Gi}',
      'spec.capacity: did you mean spec.resources.requests or spec.resources.limits?',
    ],
  ])('of a claim: %s', (fields, expected) => {
    expect(unknown(object('v1', 'PersistentVolumeClaim', `spec: {${fields}}`))).toEqual([expected]);
  });
});

test.each([
  ['app: a', 'metadata.app: move it to metadata.labels.app'],
  [
    'app.kubernetes.io/name: a',
    'metadata.app.kubernetes.io/name: move it to metadata.labels[app.kubernetes.io/name]',
  ],
  ['note: "A text!"', 'metadata.note: move it to metadata.annotations.note'],
  ['label: {a: b}', 'metadata.label: did you mean "labels"?'],
  ['containers: [{name: a}]', 'metadata.containers: move it to spec.containers'],
])('a field in metadata: %s', (field, expected) => {
  expect(unknown(`apiVersion: v1\nkind: Pod\nmetadata: {name: a, ${field}}\nspec: {}\n`)).toEqual([expected]);
});

describe('a name', () => {
  const podTemplate = (fields: string) => `selector: {matchLabels: {a: b}}, template: {${fields}}`;
  const nameless = (text: string) => text.replace('{name: a}', '{labels: {a: b}}');
  test.each([
    [nameless(pod('name: b')), 'spec.name: move it to metadata.name'],
    [pod('name: b'), 'spec.name: remove it, or set metadata.name to it'],
    [pod('namespace: b'), 'spec.namespace: move it to metadata.namespace'],
    [
      nameless(object('apps/v1', 'Deployment', `spec: {name: b, ${podTemplate('')}}`)),
      'spec.name: move it to metadata.name',
    ],
    [
      object('apps/v1', 'Deployment', `spec: {${podTemplate('spec: {name: b}')}}`),
      'spec.template.spec.name: move it to spec.template.metadata.name',
    ],
    [
      object('apps/v1', 'Deployment', `spec: {${podTemplate('name: b')}}`),
      'spec.template.name: move it to spec.template.metadata.name',
    ],
    [object('v1', 'Service', 'spec: {namespace: b}'), 'spec.namespace: move it to metadata.namespace'],
  ])('%j belongs into metadata', (text, expected) => {
    expect(unknown(text)).toEqual([expected]);
  });
});

describe("a field in a Pod's spec", () => {
  const spec = (field: string) => unknown(pod(`containers: [{name: a, image: nginx:1.27}], ${field}`));
  const of = (field: string, kinds: string) =>
    `spec.${field} is a field of ${kinds}, not of Pod: use that kind, or remove it`;
  test.each([
    ['env: [{name: A}]', `spec.env: move it to ${C}.env`],
    ['ports: [{containerPort: 80}]', `spec.ports: move it to ${C}.ports`],
    ['privileged: true', `spec.privileged: move it to ${C}.securityContext.privileged`],
    ['emptyDir: {}', `spec.emptyDir: move it to spec.volumes[].emptyDir${ENTRY}`],
    ['volumeMount: [{name: a}]', `spec.volumeMount: did you mean ${C}.volumeMounts?`],
    ['spec: {containers: []}', 'spec.spec: it is inside of spec: move its content one level up'],
    ['replicas: 3', `spec.replicas: ${of('replicas', 'Deployment, ReplicaSet or StatefulSet')}`],
    ['schedule: a', `spec.schedule: ${of('schedule', 'CronJob')}`],
    ['completions: 3', `spec.completions: ${of('completions', 'Job')}`],
    [
      'selector: {matchLabels: {a: b}}',
      `spec.selector: ${of('selector', 'DaemonSet, Deployment or ReplicaSet')}`,
    ],
    ['fooBarBaz: 3', 'spec.fooBarBaz: remove it: there is no such field in this kind'],
  ])('%s', (field, expected) => {
    expect(spec(field)).toEqual([expected]);
  });

  test.each([
    ['secret: {name: x}', 'secret.name: did you mean "secretName"?'],
    ['persistentVolumeClaim: {name: x}', 'persistentVolumeClaim.name: did you mean "claimName"?'],
    ['claimName: x', 'claimName: move it to spec.volumes[0].persistentVolumeClaim.claimName'],
    ['path: /x', 'path: move it to spec.volumes[0].hostPath.path'],
  ])('in a volume: %s', (field, expected) => {
    expect(spec(`volumes: [{name: v, ${field}}]`)).toEqual([`spec.volumes[0].${expected}`]);
  });
});

describe('a field in another kind', () => {
  const deployment = (fields: string) => object('apps/v1', 'Deployment', `spec: {${fields}}`);
  test.each([
    [deployment('containers: [{name: a}]'), 'spec.containers: move it to spec.template.spec.containers'],
    [deployment('nodeSelector: {a: b}'), 'spec.nodeSelector: move it to spec.template.spec.nodeSelector'],
    [deployment('labels: {a: b}'), 'spec.labels: move it to spec.template.metadata.labels'],
    [deployment('matchLabels: {a: b}'), 'spec.matchLabels: move it to spec.selector.matchLabels'],
    [deployment('selector: {app: a}'), 'spec.selector.app: move it to spec.selector.matchLabels.app'],
    [
      deployment('volumeClaimTemplates: []'),
      'spec.volumeClaimTemplates: spec.volumeClaimTemplates is a field of StatefulSet, not of Deployment: use that kind, or remove it',
    ],
    [deployment('template: {spec: {replicas: 3}}'), 'spec.template.spec.replicas: move it to spec.replicas'],
    [
      object('batch/v1', 'CronJob', 'spec: {containers: [{name: a}]}'),
      'spec.containers: move it to spec.jobTemplate.spec.template.spec.containers',
    ],
    [
      object('batch/v1', 'CronJob', 'spec: {jobTemplate: {spec: {schedule: a}}}'),
      'spec.jobTemplate.spec.schedule: move it to spec.schedule',
    ],
    [
      object('v1', 'Service', 'spec: {port: 80, ports: [{name: a}]}'),
      'spec.port: move it to spec.ports[0].port',
    ],
    [object('v1', 'ConfigMap', 'key: value'), 'key: move it to data.key'],
    [object('v1', 'Secret', 'password: x'), 'password: move it to stringData.password'],
    [
      object('v1', 'ConfigMap', 'stringData: {a: b}'),
      'stringData: stringData is a field of Secret, not of ConfigMap: use that kind, or remove it',
    ],
    [
      object(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        'spec: {ingress: [{from: [{}], podSelector: {}}], podSelector: {}}',
      ),
      'spec.ingress[0].podSelector: move it to spec.ingress[0].from[0].podSelector',
    ],
    [
      object('storage.k8s.io/v1', 'StorageClass', 'spec: {provisioner: a, parameters: {}}'),
      'spec: move its fields one level up: provisioner, parameters',
    ],
    [
      object('v1', 'LimitRange', 'spec: {limits: [{type: Container, cpu: 1}]}'),
      'spec.limits[0].cpu: move it to spec.limits[0].min.cpu, spec.limits[0].maxLimitRequestRatio.cpu, spec.limits[0].max.cpu, spec.limits[0].defaultRequest.cpu or spec.limits[0].default.cpu',
    ],
    [
      object('rbac.authorization.k8s.io/v1', 'Role', 'rules: [{verb: [get]}]'),
      'rules[0].verb: did you mean "verbs"?',
    ],
  ])('%j', (text, expected) => {
    expect(unknown(text)).toEqual([expected]);
  });
});

describe('a field of another version of the kind', () => {
  const path = 'spec.rules[0].http.paths[0].backend';
  const ingress = (backend: string) =>
    object(
      'networking.k8s.io/v1',
      'Ingress',
      `spec: {rules: [{http: {paths: [{path: /, backend: {${backend}}}]}}]}`,
    );

  test.each([
    [
      'serviceName: a, servicePort: 80',
      ['serviceName', 'service.name'],
      ['servicePort', 'service.port.number'],
    ],
    [
      'serviceName: a, servicePort: http',
      ['serviceName', 'service.name'],
      ['servicePort', 'service.port.name'],
    ],
  ])('of an Ingress: %s', (backend, ...names) => {
    expect(unknown(ingress(backend))).toEqual(
      names.map(([old, now]) => `${path}.${old}: it is now ${path}.${now}`),
    );
  });

  it('is the default backend of an Ingress', () => {
    expect(unknown(object('networking.k8s.io/v1', 'Ingress', 'spec: {backend: {serviceName: a}}'))).toEqual([
      'spec.backend: it is now spec.defaultBackend',
    ]);
  });

  it('belongs to the version that has it', () => {
    expect(unknown(object('autoscaling/v1', 'HorizontalPodAutoscaler', 'spec: {metrics: []}'))).toEqual([
      'spec.metrics: use apiVersion autoscaling/v2, which has spec.metrics',
    ]);
  });

  it('has another name in the newer version', () => {
    const metrics = '[{type: Resource, resource: {name: cpu, targetAverageUtilization: 50}}]';
    expect(
      unknown(object('autoscaling/v2', 'HorizontalPodAutoscaler', `spec: {metrics: ${metrics}}`)),
    ).toEqual([
      'spec.metrics[0].resource.targetAverageUtilization: it is now spec.metrics[0].resource.target.averageUtilization',
    ]);
    expect(
      unknown(
        object(
          'apiextensions.k8s.io/v1',
          'CustomResourceDefinition',
          'spec: {version: v1, subresources: {}}',
        ),
      ),
    ).toEqual([
      'spec.version: it is now spec.versions[].name',
      `spec.subresources: move it to spec.versions[].subresources${ENTRY}`,
    ]);
  });

  it('is of another minor', () => {
    expect(unknown(pod('hostnameOverride: a'), new ManifestValidator({ kubernetesVersion: '1.30' }))).toEqual(
      ['spec.hostnameOverride: this field is available since Kubernetes 1.34'],
    );
  });
});

test('the fields of a struct are listed only if they are few', () => {
  expect(unknown(container('ports: [{targetPort: 80, containerPort: 80}]'))).toEqual([
    `${C}.ports[0].targetPort: remove it, or use hostIP, hostPort, name or protocol`,
  ]);
});

test('any name at any depth of any kind gets a suggestion', () => {
  const names = [
    'image',
    'cpu',
    'name',
    'x',
    'spec',
    'metadata',
    'toString',
    '__proto__',
    '',
    '1',
    'a.b/c',
    'items',
  ];
  const values = [1, 'a', true, {}, [], [{}], { a: 'b' }, [['a']]];
  for (const { apiVersion, kind } of allKinds().values()) {
    for (const [index, key] of names.entries()) {
      const field = Object.fromEntries([[key, values[index % values.length]]]);
      const manifest = { apiVersion, kind, metadata: { name: 'a', ...field }, spec: { ...field }, ...field };
      for (const { rule, suggestion } of validator.validate({ ...manifest, apiVersion, kind })) {
        expect(rule).not.toBe('internal-error');
        if (rule === 'unknown-field') {
          expect(suggestion).toMatch(/^(?:move|did|remove|use|it is|it belongs in|\w[\w.]* is) ?/);
        }
      }
    }
  }
});

test('many unknown fields cost little', () => {
  const fields = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`field${index}`, index]));
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: fields };
  const start = performance.now();
  expect(validator.validate(manifest).filter(({ rule }) => rule === 'unknown-field')).toHaveLength(2000);
  expect(performance.now() - start).toBeLessThan(5000);
});
