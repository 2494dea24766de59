import { Kubectl } from '../../../lib';
import { argumentsOf } from '../call-input';
import { anyObject } from '../corpus';
import type { Random } from '../random';
import type { Target } from '../target';
import { decoded, mutated } from '../values';

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', labels: { app: 'a' } },
  spec: { containers: [{ name: 'a', image: 'nginx:1.27', ports: [{ containerPort: 80 }] }] },
};
const CRON_JOB = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'a' },
  spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec: POD.spec } } } },
};
const BINDING = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'a' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
};

/** A call of each generator, as a user would write it. */
const CALLS: { readonly [method in Exclude<keyof typeof Kubectl, 'prototype'>]: readonly unknown[] } = {
  run: [
    'a',
    { image: 'nginx:1.27', port: 80, env: { A: 'b' }, labels: { a: 'b' }, command: ['a'], overrides: {} },
  ],
  createDeployment: ['a', { image: ['nginx:1.27'], replicas: 3, port: 80, command: ['a'] }],
  createNamespace: ['a', {}],
  createConfigMap: ['a', { fromLiteral: { a: 'b' }, appendHash: true }],
  createJob: ['a', { image: 'busybox:1.37', command: ['date'] }],
  createCronJob: [
    'a',
    { image: 'busybox:1.37', schedule: '@daily', restart: 'OnFailure', command: ['date'] },
  ],
  createServiceAccount: ['a', {}],
  createPriorityClass: [
    'a',
    { value: 10, globalDefault: false, description: 'a', preemptionPolicy: 'Never' },
  ],
  createQuota: ['a', { hard: { cpu: '1' }, scopes: ['BestEffort'] }],
  createPodDisruptionBudget: ['a', { selector: 'app=a', minAvailable: 1 }],
  createSecretGeneric: ['a', { fromLiteral: { a: 'b' }, type: 'Opaque' }],
  createSecretTls: ['a', { cert: 'a.crt', key: 'a.key' }],
  createSecretDockerRegistry: ['a', { username: 'a', password: 'b', server: 'c', email: 'd@example.com' }],
  createRole: ['a', { verb: ['get'], resource: ['pods'], resourceName: ['a'] }],
  createClusterRole: [
    'a',
    { verb: ['get'], resource: ['pods'], nonResourceUrl: [], aggregationRule: { a: 'b' } },
  ],
  createRoleBinding: ['a', { role: 'a', user: ['b'], group: ['c'], serviceaccount: ['d:e'] }],
  createClusterRoleBinding: ['a', { clusterrole: 'a', user: ['b'], serviceaccount: ['d:e'] }],
  createServiceClusterIP: ['a', { tcp: ['80:8080'], clusterip: 'None' }],
  createServiceNodePort: ['a', { tcp: ['80'], nodePort: 30_080 }],
  createServiceLoadBalancer: ['a', { tcp: ['80'] }],
  createServiceExternalName: ['a', { externalName: 'example.com', tcp: ['80'] }],
  createIngress: [
    'a',
    { rule: ['a.example.com/b*=c:80,tls=d'], class: 'e', annotation: { f: 'g' }, defaultBackend: 'h:80' },
  ],
  createJobFrom: ['a', CRON_JOB, {}],
  expose: [
    POD,
    {
      port: 80,
      targetPort: 8080,
      protocol: 'TCP',
      name: 'b',
      type: 'NodePort',
      selector: 'a=b',
      labels: 'c=d',
    },
  ],
  autoscale: [
    { ...CRON_JOB, apiVersion: 'apps/v1', kind: 'Deployment' },
    { max: 3, min: 1, cpu: '80%', memory: '100Mi' },
  ],
  setImage: [POD, { image: { a: 'nginx:1.28' } }],
  setEnv: [POD, { env: { A: 'b' }, containers: 'a' }],
  setResources: [POD, { limits: { cpu: '1' }, requests: { memory: '1Mi' } }],
  setServiceAccount: [POD, 'a', {}],
  setSelector: [{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: {} }, 'a=b', {}],
  setSubject: [BINDING, { user: ['a'], group: ['b'], serviceaccount: ['c:d'] }],
  label: [POD, { labels: { a: 'b' }, overwrite: true }],
  annotate: [POD, { annotations: { a: 'b' }, overwrite: true }],
  patch: [POD, { metadata: { labels: { a: 'b' } } }, { type: 'merge' }],
};

interface Call {
  readonly method: keyof typeof CALLS;
  readonly args: unknown;
}

/** Methods whose first argument is a manifest: objects of the fixtures are given to them, too. */
const takesManifest = (method: Call['method']) => typeof CALLS[method][0] === 'object';

function argumentsFor(method: Call['method'], random: Random): unknown {
  const args = random.chance(0.5) ? argumentsOf(`Kubectl.${method}`, random) : CALLS[method];
  const example = takesManifest(method) ? CALLS[method][0] : args[0];
  const first = takesManifest(method) && random.chance(0.5) ? anyObject(random) : example;
  return random.chance(0.7) ? mutated([first, ...args.slice(1)], random) : [first, ...args.slice(1)];
}

export const KUBECTL_IN_CODE: Target = {
  name: 'Kubectl in code',
  make(random) {
    const method = random.pick(Object.keys(CALLS) as Call['method'][]);
    return { method, args: argumentsFor(method, random) };
  },
  run(input) {
    const { method, args } = input as Call;
    const given = decoded(args);
    const call = Kubectl[method] as (...given: unknown[]) => { toYaml(): string; toJson(): string };
    const made = call.apply(Kubectl, Array.isArray(given) ? given : [given]);
    return made.toYaml() + made.toJson();
  },
};
