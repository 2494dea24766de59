import { type AdmitCase, container, type Manifest, manifest, namespace, pod, workload } from './cases';

type Fields = { readonly [field: string]: unknown };

const labels = (modes: Fields): Manifest =>
  namespace(
    Object.fromEntries(
      Object.entries(modes).map(([mode, value]) => [`pod-security.kubernetes.io/${mode}`, value]),
    ),
  );
const GOOD = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};
const one = (securityContext?: Fields, spec?: Fields, metadata?: Fields) =>
  pod([container('a', '', '', securityContext ? { securityContext } : {})], spec, metadata);
const PLAIN = one();
const STRICT = one(GOOD);
const HOST = one(undefined, { hostNetwork: true, hostPID: true });
const PRIVILEGED = one({ privileged: true });
const job = ({ spec }: Manifest) =>
  manifest('batch/v1', 'Job', 'web', {
    spec: { template: { spec: { ...(spec as Fields), restartPolicy: 'Never' } } },
  });
const cronJob = (of: Manifest) =>
  manifest('batch/v1', 'CronJob', 'web', {
    spec: { schedule: '* * * * *', jobTemplate: { spec: job(of).spec } },
  });

const CASES: readonly (readonly [name: string, modes: Fields, asked: Manifest])[] = [
  ['privileged allows all', { enforce: 'privileged' }, PRIVILEGED],
  ['baseline allows a plain Pod', { enforce: 'baseline' }, PLAIN],
  ['baseline refuses the host', { enforce: 'baseline' }, HOST],
  ['baseline refuses privileged', { enforce: 'baseline' }, PRIVILEGED],
  ['restricted refuses a plain Pod', { enforce: 'restricted' }, PLAIN],
  ['restricted allows a strict Pod', { enforce: 'restricted' }, STRICT],
  ['restricted refuses a user', { enforce: 'restricted' }, one({ ...GOOD, runAsUser: 0 })],
  ['restricted refuses a volume', { enforce: 'restricted' }, one(GOOD, { volumes: [{ name: 'v', hostPath: { path: '/' } }] })],
  ['restricted lists all', { enforce: 'restricted' }, one({ privileged: true, capabilities: { add: ['SYS_ADMIN'] } }, { hostIPC: true })],
  ['enforce and a version', { enforce: 'restricted', 'enforce-version': 'v1.24' }, PLAIN],
  ['an old version without seccomp', { enforce: 'restricted', 'enforce-version': 'v1.18' }, one({ runAsNonRoot: true, allowPrivilegeEscalation: false })],
  ['the version latest', { enforce: 'restricted', 'enforce-version': 'latest' }, PLAIN],
  ['a version of the future', { enforce: 'restricted', 'enforce-version': 'v1.99' }, PLAIN],
  ['hostUsers in 1.30', { enforce: 'baseline', 'enforce-version': 'v1.30' }, one({ procMount: 'Unmasked' }, { hostUsers: false })],
  ['a probe to another host', { enforce: 'baseline' }, pod([container('a', '', '', { livenessProbe: { httpGet: { host: 'example.com', port: 80 } } })])],
  ['a probe to another host before 1.34', { enforce: 'baseline', 'enforce-version': 'v1.33' }, pod([container('a', '', '', { livenessProbe: { httpGet: { host: 'example.com', port: 80 } } })])],
  ['warn', { warn: 'restricted' }, PLAIN],
  ['warn with a version', { warn: 'restricted', 'warn-version': 'v1.30' }, PLAIN],
  ['warn allows', { warn: 'baseline' }, PLAIN],
  ['warn and enforce', { enforce: 'baseline', warn: 'restricted' }, PLAIN],
  ['enforce hides warn', { enforce: 'baseline', warn: 'restricted' }, HOST],
  ['audit only', { audit: 'restricted' }, PLAIN],
  ['all three', { enforce: 'privileged', warn: 'baseline', audit: 'restricted' }, HOST],
  ['a version without a level', { 'enforce-version': 'v1.30' }, PRIVILEGED],
  ['a Deployment that is warned of', { warn: 'restricted' }, workload('Deployment', PLAIN)],
  ['a Deployment whose Pods are refused', { enforce: 'restricted' }, workload('Deployment', PLAIN)],
  ['a Deployment that is fine', { enforce: 'restricted', warn: 'restricted' }, workload('Deployment', STRICT)],
  ['a DaemonSet on the host', { warn: 'baseline' }, workload('DaemonSet', HOST)],
  ['a Job', { warn: 'restricted', 'warn-version': 'latest' }, job(PLAIN)],
  ['a CronJob', { warn: 'baseline' }, cronJob(PRIVILEGED)],
  ['an init container', { enforce: 'baseline' }, pod([container('a')], { initContainers: [container('i', '', '', { securityContext: { privileged: true } })] })],
  ['several containers', { enforce: 'baseline' }, pod([container('b', '', '', { securityContext: { privileged: true } }), container('a', '', '', { securityContext: { privileged: true } })])],
  ['host ports', { enforce: 'baseline' }, pod([container('a', '', '', { ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 81 }] })])],
  ['sysctls', { enforce: 'baseline' }, one(undefined, { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } })],
  ['AppArmor by annotation', { enforce: 'baseline' }, one(undefined, {}, { annotations: { 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined' } })],
  ['SELinux', { enforce: 'baseline' }, one({ seLinuxOptions: { type: 'spc_t', user: 'u' } })],
  ['seccomp Unconfined', { enforce: 'baseline' }, one({ seccompProfile: { type: 'Unconfined' } })],
  ['a Windows Pod', { enforce: 'restricted' }, one({ runAsNonRoot: true }, { os: { name: 'windows' } })],
  ['a host process', { enforce: 'baseline' }, one(undefined, { os: { name: 'windows' }, hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true, runAsUserName: 'a' } } })],
  ['an invalid Pod', { enforce: 'restricted' }, pod([{ name: 'a' }])],
  ['the Pod says it for its containers', { enforce: 'restricted' }, one({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }, { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } })],
]; // prettier-ignore

export const POD_SECURITY: readonly AdmitCase[] = CASES.map(([name, modes, asked]) => ({
  name,
  given: [labels(modes)],
  asked,
}));
