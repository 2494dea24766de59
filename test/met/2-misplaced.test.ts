import { advice, deployment, object, pod } from './manifests';

/* A field in the wrong place. */

const C = 'spec.containers[0]';
const unknown = (path: string, suggestion: string) => `unknown-field ${path}: ${suggestion}`;
const moved = (path: string, target: string) => unknown(path, `move it to ${target}`);
const CONTAINERS = 'containers: [{name: a, image: "nginx:1.27"}]';
const ingress = (backend: string) =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    `spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {${backend}}}]}}]}`,
  );
const BACKEND = 'spec.rules[0].http.paths[0].backend';

describe('in a container', () => {
  test.each<[string, string[]]>([
    ['volumes: []', [moved(`${C}.volumes`, 'spec.volumes')]],
    [
      'terminationGracePeriodSeconds: 5',
      [moved(`${C}.terminationGracePeriodSeconds`, 'spec.terminationGracePeriodSeconds')],
    ],
    ['imagePullSecrets: [{name: x}]', [moved(`${C}.imagePullSecrets`, 'spec.imagePullSecrets')]],
    ['hostNetwork: true', [moved(`${C}.hostNetwork`, 'spec.hostNetwork')]],
    [
      'securityContext: {fsGroup: 1000}',
      [moved(`${C}.securityContext.fsGroup`, 'spec.securityContext.fsGroup')],
    ],
    [
      'livenessProbe: {path: /, port: 80}',
      [
        moved(`${C}.livenessProbe.path`, `${C}.livenessProbe.httpGet.path`),
        moved(`${C}.livenessProbe.port`, `${C}.livenessProbe.httpGet.port`),
      ],
    ],
    [
      'startupProbe: {httpGet: {path: /, port: 80, initialDelaySeconds: 5}}',
      [moved(`${C}.startupProbe.httpGet.initialDelaySeconds`, `${C}.startupProbe.initialDelaySeconds`)],
    ],
    [
      'lifecycle: {preStop: {command: [sleep, "5"]}}',
      [moved(`${C}.lifecycle.preStop.command`, `${C}.lifecycle.preStop.exec.command`)],
    ],
    [
      'resources: {cpu: 1}',
      [moved(`${C}.resources.cpu`, `${C}.resources.requests.cpu or ${C}.resources.limits.cpu`)],
    ],
    ['cpu: 100m', [moved(`${C}.cpu`, `${C}.resources.requests.cpu or ${C}.resources.limits.cpu`)]],
    ['limits: {cpu: 1}', [moved(`${C}.limits`, `${C}.resources.limits`)]],
    ['hostPort: 80', [moved(`${C}.hostPort`, `${C}.ports[].hostPort, where [] is an entry of the list`)]],
    [
      'readinessprobe: {httpGet: {port: 80}}',
      [unknown(`${C}.readinessprobe`, 'did you mean "readinessProbe"?')],
    ],
    [
      'restartpolicy: Always',
      [unknown(`${C}.restartpolicy`, 'did you mean "restartPolicy", or spec.restartPolicy?')],
    ],
    [
      'volumeMount: [{name: a, mountPath: /a}]',
      [unknown(`${C}.volumeMount`, 'did you mean "volumeMounts"?')],
    ],
  ])('%s', (fields, expected) => {
    expect(advice(pod(fields))).toEqual(expected);
  });

  test('restartPolicy: Always, refused before containers had one', () => {
    expect(advice(pod('restartPolicy: Always'), '1.33')).toEqual([
      `container-restart-policy ${C}.restartPolicy: remove it; set spec.restartPolicy`,
    ]);
  });
});

test.each<[string, string, string[]]>([
  ['env in a Pod', pod('', 'env: [{name: A, value: b}]'), [moved('spec.env', `${C}.env`)]],
  ['ports in a Pod', pod('', 'ports: [{containerPort: 80}]'), [moved('spec.ports', `${C}.ports`)]],
  [
    'replicas in a Pod',
    pod('', 'replicas: 3'),
    [
      unknown(
        'spec.replicas',
        'spec.replicas is a field of Deployment, ReplicaSet or StatefulSet, not of Pod: use that kind, or remove it',
      ),
    ],
  ],
  [
    'containers in a Deployment',
    deployment(CONTAINERS, CONTAINERS),
    [moved('spec.containers', 'spec.template.spec.containers')],
  ],
  [
    'nodeSelector in a Deployment',
    deployment(CONTAINERS, 'nodeSelector: {a: b}'),
    [moved('spec.nodeSelector', 'spec.template.spec.nodeSelector')],
  ],
  [
    'metadata: {app: a}',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, app: a}\n',
    [moved('metadata.app', 'metadata.labels.app')],
  ],
  [
    'restartpolicy in a Pod',
    pod('', 'restartpolicy: Always'),
    [unknown('spec.restartpolicy', 'did you mean "restartPolicy"?')],
  ],
  [
    'serviceName of an Ingress (argo-helm#746)',
    ingress('serviceName: a'),
    [unknown(`${BACKEND}.serviceName`, `it is now ${BACKEND}.service.name`)],
  ],
  [
    'servicePort of an Ingress (argo-helm#746)',
    ingress('servicePort: 80'),
    [unknown(`${BACKEND}.servicePort`, `it is now ${BACKEND}.service.port.number`)],
  ],
  [
    'metrics of an HPA of autoscaling/v1',
    object('autoscaling/v1', 'HorizontalPodAutoscaler', 'spec: {metrics: [], maxReplicas: 3}'),
    [unknown('spec.metrics', 'use apiVersion autoscaling/v2, which has spec.metrics')],
  ],
])('%s', (_, text, expected) => {
  expect(advice(text)).toEqual(expect.arrayContaining(expected));
  expect(advice(text).filter((line) => line.startsWith('unknown-field'))).toEqual(expected);
});
