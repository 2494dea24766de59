import { App, Chart } from 'cdk8s';
import {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  type k8s,
  Pod,
  type PodPattern,
  type PodTemplateProps,
  ReplicaSet,
  StatefulSet,
  type Workload,
} from '../../../lib';
import { restrictedMain } from '../judged-pod';

const EXEC = { exec: { command: ['app', 'check'] } };

/** A Pod that has much of what a Pod can have. Its names are the same in structs and in manifests. */
const POD: PodTemplateProps = {
  metadata: { labels: { app: 'app' }, annotations: { 'example.com/team': 'storefront' } },
  main: {
    ...restrictedMain,
    image: 'registry.example.com/app:1.4.2',
    args: ['serve'],
    env: [
      { name: 'LEVEL', value: 'info' },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
    envFrom: [{ configMapRef: { name: 'settings', optional: true } }],
    imagePullPolicy: 'IfNotPresent',
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    livenessProbe: EXEC,
    ports: [{ containerPort: 8080 }, { containerPort: 8081 }, { name: 'metrics', containerPort: 9090 }],
    readinessProbe: { httpGet: { path: '/ready', port: 'metrics' }, periodSeconds: 5 },
    resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { memory: '512Mi' } },
    startupProbe: { ...EXEC, failureThreshold: 30 },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'live', mountPath: '/etc/live', readOnly: true },
    ],
    workingDir: '/app',
  },
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 1,
          podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'app' } } },
        },
      ],
    },
  },
  automountServiceAccountToken: false,
  dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
  enableServiceLinks: false,
  hostAliases: [{ ip: '192.0.2.7', hostnames: ['legacy'] }],
  imagePullSecrets: [{ name: 'registry' }],
  nodeSelector: { 'kubernetes.io/arch': 'amd64' },
  securityContext: { runAsNonRoot: true, supplementalGroups: [2000] },
  serviceAccountName: 'app',
  terminationGracePeriodSeconds: 60,
  tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'app' } },
    },
  ],
  volumes: [
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'live', configMap: { name: 'live' } },
  ],
};

const ON_A_CLAIM = { ...POD, volumes: POD.volumes!.filter(({ name }) => name !== 'data') };
const metadata = {
  labels: { 'app.kubernetes.io/part-of': 'storefront' },
  annotations: { 'example.com/owner': 'a@example.com' },
};

const DEPLOYMENT: k8s.DeploymentSpecOptions = {
  minReadySeconds: 5,
  replicas: 3,
  revisionHistoryLimit: 2,
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
};
const REPLICA_SET: k8s.ReplicaSetSpecOptions = { minReadySeconds: 5, replicas: 2 };
const DAEMON_SET: k8s.DaemonSetSpecOptions = {
  minReadySeconds: 5,
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
};
const STATEFUL_SET: k8s.StatefulSetSpecOptions = {
  podManagementPolicy: 'Parallel',
  replicas: 3,
  serviceName: 'app',
  volumeClaimTemplates: [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ],
};
const JOB: k8s.JobSpecOptions = {
  backoffLimit: 3,
  completionMode: 'Indexed',
  completions: 4,
  parallelism: 2,
  ttlSecondsAfterFinished: 600,
  podFailurePolicy: {
    rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
  },
};
const CRON_JOB: k8s.CronJobSpecOptions = {
  concurrencyPolicy: 'Forbid',
  schedule: '*/5 * * * *',
  timeZone: 'Etc/UTC',
};

/** Properties of the Pod that are others than those of the table. */
export type PodChanges = Partial<PodTemplateProps>;

/**
 * Workloads of a kind: how one is made with patterns, and what its manifest then holds, whatever they add.
 */
export interface WorkloadKind {
  readonly make: (chart: Chart, id: string, patterns: PodPattern[], changes?: PodChanges) => Workload;
  readonly pod: PodTemplateProps;
  readonly metadata: object;
  readonly spec: (template: { readonly metadata: object | undefined; readonly spec: object }) => object;
}

const selecting = (spec: object) => (template: object) => ({
  ...spec,
  selector: { matchLabels: POD.metadata!.labels },
  template,
});

export const WORKLOADS: { readonly [kind: string]: WorkloadKind } = {
  Pod: {
    make: (chart, id, patterns, changes) => new Pod(chart, id, { ...POD, ...changes, patterns }),
    pod: POD,
    metadata: POD.metadata!,
    spec: ({ spec }) => spec,
  },
  Deployment: {
    make: (chart, id, patterns, changes) =>
      new Deployment(chart, id, { metadata, ...DEPLOYMENT, pod: { ...POD, ...changes, patterns } }),
    pod: POD,
    metadata,
    spec: selecting(DEPLOYMENT),
  },
  ReplicaSet: {
    make: (chart, id, patterns, changes) =>
      new ReplicaSet(chart, id, { metadata, ...REPLICA_SET, pod: { ...POD, ...changes, patterns } }),
    pod: POD,
    metadata,
    spec: selecting(REPLICA_SET),
  },
  StatefulSet: {
    make: (chart, id, patterns, changes) =>
      new StatefulSet(chart, id, { metadata, ...STATEFUL_SET, pod: { ...ON_A_CLAIM, ...changes, patterns } }),
    pod: ON_A_CLAIM,
    metadata,
    spec: selecting(STATEFUL_SET),
  },
  DaemonSet: {
    make: (chart, id, patterns, changes) =>
      new DaemonSet(chart, id, { metadata, ...DAEMON_SET, pod: { ...POD, ...changes, patterns } }),
    pod: POD,
    metadata,
    spec: selecting(DAEMON_SET),
  },
  Job: {
    make: (chart, id, patterns, changes) =>
      new Job(chart, id, { metadata, ...JOB, pod: { ...POD, ...changes, patterns } }),
    pod: POD,
    metadata,
    spec: (template) => ({ ...JOB, template }),
  },
  CronJob: {
    make: (chart, id, patterns, changes) =>
      new CronJob(chart, id, { metadata, ...CRON_JOB, job: JOB, pod: { ...POD, ...changes, patterns } }),
    pod: POD,
    metadata,
    spec: (template) => ({ ...CRON_JOB, jobTemplate: { spec: { ...JOB, template } } }),
  },
};

/** A workload in an app of its own. */
export function build(kind: string, id: string, patterns: PodPattern[], changes?: PodChanges): Workload {
  const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
  return WORKLOADS[kind].make(chart, id, patterns, changes);
}
