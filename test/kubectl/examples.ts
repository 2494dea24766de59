import { Kubectl, type KubectlManifest } from '../../lib';

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { a: 'b' } },
  spec: { containers: [{ name: 'web', image: 'nginx' }] },
};
const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: {} };
const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
const BINDING = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'web' },
  roleRef: { kind: 'Role', name: 'r' },
};

/** The files that the examples name. */
export const FILES: { readonly [path: string]: string } = {
  'web.yaml': JSON.stringify(POD),
  'deployment.yaml': JSON.stringify(DEPLOYMENT),
  'service.yaml': JSON.stringify(SERVICE),
  'binding.yaml': JSON.stringify(BINDING),
};

/** A command line, and the same in code. */
export interface Example {
  readonly line: string;
  readonly inCode?: () => KubectlManifest;
  /** Whether it prints a text, not an object. */
  readonly printsText?: boolean;
}

/** An example of every command that prints something, by its name. */
export const EXAMPLES: { readonly [command: string]: Example } = {
  annotate: {
    line: 'annotate -f web.yaml --local c=d',
    inCode: () => Kubectl.annotate(POD, { annotations: { c: 'd' } }),
  },
  apply: { line: 'apply -f web.yaml' },
  autoscale: {
    line: 'autoscale -f deployment.yaml --max=3',
    inCode: () => Kubectl.autoscale(DEPLOYMENT, { max: 3 }),
  },
  create: { line: 'create -f web.yaml' },
  'create namespace': { line: 'create namespace n', inCode: () => Kubectl.createNamespace('n') },
  'create quota': {
    line: 'create quota q --hard=pods=1',
    inCode: () => Kubectl.createQuota('q', { hard: { pods: '1' } }),
  },
  'create secret docker-registry': {
    line: 'create secret docker-registry s --docker-username=u --docker-password=p',
    inCode: () => Kubectl.createSecretDockerRegistry('s', { dockerUsername: 'u', dockerPassword: 'p' }),
  },
  explain: { line: 'explain pods.spec', printsText: true },
  'create secret tls': { line: 'create secret tls s --cert=tls.crt --key=tls.key' },
  'create secret generic': {
    line: 'create secret generic s --from-literal=a=b',
    inCode: () => Kubectl.createSecretGeneric('s', { fromLiteral: { a: 'b' } }),
  },
  'create configmap': {
    line: 'create configmap c --from-literal=a=b',
    inCode: () => Kubectl.createConfigMap('c', { fromLiteral: { a: 'b' } }),
  },
  'create serviceaccount': {
    line: 'create serviceaccount s',
    inCode: () => Kubectl.createServiceAccount('s'),
  },
  'create service clusterip': {
    line: 'create service clusterip s --tcp=80',
    inCode: () => Kubectl.createServiceClusterIP('s', { tcp: ['80'] }),
  },
  'create service nodeport': {
    line: 'create service nodeport s --tcp=80',
    inCode: () => Kubectl.createServiceNodePort('s', { tcp: ['80'] }),
  },
  'create service loadbalancer': {
    line: 'create service loadbalancer s --tcp=80',
    inCode: () => Kubectl.createServiceLoadBalancer('s', { tcp: ['80'] }),
  },
  'create service externalname': {
    line: 'create service externalname s --external-name=example.com',
    inCode: () => Kubectl.createServiceExternalName('s', { externalName: 'example.com' }),
  },
  'create deployment': {
    line: 'create deployment d --image=nginx',
    inCode: () => Kubectl.createDeployment('d', { image: ['nginx'] }),
  },
  'create clusterrole': {
    line: 'create clusterrole r --verb=get --resource=pods',
    inCode: () => Kubectl.createClusterRole('r', { verb: ['get'], resource: ['pods'] }),
  },
  'create clusterrolebinding': {
    line: 'create clusterrolebinding b --clusterrole=r',
    inCode: () => Kubectl.createClusterRoleBinding('b', { clusterrole: 'r' }),
  },
  'create role': {
    line: 'create role r --verb=get --resource=pods',
    inCode: () => Kubectl.createRole('r', { verb: ['get'], resource: ['pods'] }),
  },
  'create rolebinding': {
    line: 'create rolebinding b --role=r',
    inCode: () => Kubectl.createRoleBinding('b', { role: 'r' }),
  },
  'create poddisruptionbudget': {
    line: 'create poddisruptionbudget p --selector=a=b --min-available=1',
    inCode: () => Kubectl.createPodDisruptionBudget('p', { selector: 'a=b', minAvailable: 1 }),
  },
  'create priorityclass': {
    line: 'create priorityclass p --value=1',
    inCode: () => Kubectl.createPriorityClass('p', { value: 1 }),
  },
  'create job': {
    line: 'create job j --image=nginx',
    inCode: () => Kubectl.createJob('j', { image: 'nginx' }),
  },
  'create cronjob': {
    line: 'create cronjob j --image=nginx --schedule=0/5',
    inCode: () => Kubectl.createCronJob('j', { image: 'nginx', schedule: '0/5' }),
  },
  'create ingress': {
    line: 'create ingress i --rule=a/b=c:80',
    inCode: () => Kubectl.createIngress('i', { rule: ['a/b=c:80'] }),
  },
  expose: { line: 'expose -f web.yaml --port=80', inCode: () => Kubectl.expose(POD, { port: 80 }) },
  label: {
    line: 'label -f web.yaml --local c=d',
    inCode: () => Kubectl.label(POD, { labels: { c: 'd' } }),
  },
  patch: {
    line: 'patch -f web.yaml --local --patch={"spec":{"hostNetwork":true}}',
    inCode: () => Kubectl.patch(POD, { spec: { hostNetwork: true } }),
  },
  run: { line: 'run web --image=nginx', inCode: () => Kubectl.run('web', { image: 'nginx' }) },
  'set env': {
    line: 'set env -f web.yaml --local A=b',
    inCode: () => Kubectl.setEnv(POD, { env: { A: 'b' } }),
  },
  'set image': {
    line: 'set image -f web.yaml --local web=redis',
    inCode: () => Kubectl.setImage(POD, { images: { web: 'redis' } }),
  },
  'set resources': {
    line: 'set resources -f web.yaml --local --limits=cpu=1',
    inCode: () => Kubectl.setResources(POD, { limits: { cpu: '1' } }),
  },
  'set selector': {
    line: 'set selector -f service.yaml --local a=b',
    inCode: () => Kubectl.setSelector(SERVICE, 'a=b'),
  },
  'set serviceaccount': {
    line: 'set serviceaccount -f web.yaml --local s',
    inCode: () => Kubectl.setServiceAccount(POD, 's'),
  },
  'set subject': {
    line: 'set subject -f binding.yaml --local --user=u',
    inCode: () => Kubectl.setSubject(BINDING, { users: ['u'] }),
  },
};

/** The words of an example; of one that prints an object, as YAML. */
export const argvOf = ({ line, printsText }: Example): string[] => [
  ...line.split(' '),
  ...(printsText ? [] : ['--dry-run=client', '-o', 'yaml']),
];
