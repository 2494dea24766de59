import { Collector } from '../../lib/validate/collector';
import { Field } from '../../lib/validate/field';
import { judge } from '../../lib/validate/engine';
import { isOff, isOn } from '../../lib/validate/gates/gates';
import { dropDisabledPodFields } from '../../lib/validate/gates/pod-spec';
import { MINORS } from '../../lib/validate/schema/minors';
import type { Container, PodSpec } from '../../lib/validate/schema/types';

type DropFields<T> = (spec: T, at: Field) => void;

/** What is dropped of a spec in a minor: `path gate`. */
function droppedBy<T>(drop: DropFields<T>, spec: T, minor: number): string[] {
  const collector = new Collector(minor);
  drop(spec, Field.root(collector).field('spec'));
  return collector.findings.map(({ path, message }) => `${path} ${/gate (\w+)/.exec(message)![1]}`);
}

const dropOfPod: DropFields<PodSpec> = (spec, at) => dropDisabledPodFields(spec, undefined, at.root());

/** The minors that drop something, first and last. */
function minorsThatDrop<T>(drop: DropFields<T>, spec: T): string {
  const minors = MINORS.filter((minor) => droppedBy(drop, structuredClone(spec), minor).length > 0);
  return minors.length ? `${minors[0]}-${minors.at(-1)}` : 'none';
}

const app = (fields: Container): PodSpec => ({ containers: [fields] });

test.each<[string, PodSpec, string]>([
  ['hostUsers', { hostUsers: false }, '30-32'],
  ['supplementalGroupsPolicy', { securityContext: { supplementalGroupsPolicy: 'Strict' } }, '30-32'],
  ['seLinuxChangePolicy', { securityContext: { seLinuxChangePolicy: 'Recursive' } }, '30-32'],
  ['resources of the Pod', { resources: {} }, '30-33'],
  ['resourceClaims', { resourceClaims: [{ name: 'a' }] }, '30-33'],
  ['schedulingGroup', { schedulingGroup: {} }, '30-37'],
  ['evictionResponders', { evictionResponders: [{}] }, '37-37'],
  ['mode of an emptyDir', { volumes: [{ emptyDir: { mode: 511 } }] }, '37-37'],
  ['defaultUser', { volumes: [{ downwardAPI: { defaultUser: 1 } }] }, '37-37'],
  ['user of an item', { volumes: [{ configMap: { items: [{ user: 1 }] } }] }, '37-37'],
  [
    'user of a projected token',
    { volumes: [{ projected: { sources: [{ serviceAccountToken: { user: 1 } }] } }] },
    '37-37',
  ],
  [
    'user of a projected item',
    { volumes: [{ projected: { sources: [{ secret: { items: [{ user: 1 }] } }] } }] },
    '37-37',
  ],
  ['hostnameOverride', { hostnameOverride: 'a' }, '30-34'],
  [
    'matchLabelKeys',
    {
      affinity: {
        podAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { matchLabelKeys: ['a'] } }],
        },
      },
    },
    '30-30',
  ],
  [
    'mismatchLabelKeys',
    {
      affinity: {
        podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ mismatchLabelKeys: ['a'] }] },
      },
    },
    '30-30',
  ],
  [
    'clusterTrustBundle',
    { volumes: [{ name: 'a', projected: { sources: [{ clusterTrustBundle: {} }] } }] },
    '30-36',
  ],
  ['podCertificate', { volumes: [{ name: 'a', projected: { sources: [{ podCertificate: {} }] } }] }, '30-36'],
  ['an image volume', { volumes: [{ name: 'a', image: {} }] }, '30-34'],
  ['procMount', app({ securityContext: { procMount: 'Unmasked' } }), '30-32'],
  ['procMount: Default', app({ securityContext: { procMount: 'Default' } }), 'none'],
  ['claims', app({ resources: { claims: [{ name: 'a' }] } }), '30-33'],
  ['resizePolicy', app({ resizePolicy: [{}] }), '30-32'],
  ['recursiveReadOnly', app({ volumeMounts: [{ recursiveReadOnly: 'Enabled' }] }), '30-30'],
  ['fileKeyRef', app({ env: [{ name: 'A', valueFrom: { fileKeyRef: {} } }] }), '30-34'],
  ['stopSignal', app({ lifecycle: { stopSignal: 'SIGUSR1' } }), '30-37'],
  ['bindMountOptions', app({ volumeMounts: [{ bindMountOptions: ['noexec'] }] }), '37-37'],
  ['protocol of a probe', app({ startupProbe: { httpGet: { protocol: 'HTTP2' } } }), '37-37'],
  ['protocol of a hook', app({ lifecycle: { preStop: { httpGet: { protocol: 'HTTP2' } } } }), '37-37'],
  ['mode of a gRPC probe', app({ readinessProbe: { grpc: { mode: 'TLS' } } }), '37-37'],
  ['restartPolicy of a container', app({ restartPolicy: 'Never' }), '34-34'],
  ['restartPolicyRules', app({ restartPolicyRules: [{}] }), '34-34'],
  ['restartPolicy of an init container', { initContainers: [{ restartPolicy: 'Never' }] }, '34-34'],
  ['restartPolicy of a sidecar', { initContainers: [{ restartPolicy: 'Always' }] }, 'none'],
  ['nothing', app({ name: 'a', image: 'b' }), 'none'],
])('%s', (_, spec, minors) => {
  expect(minorsThatDrop(dropOfPod, spec)).toBe(minors);
});

test('an image volume goes with its mounts, wherever they are', () => {
  const mounts = () => ({ volumeMounts: [{ name: 'image' }, { name: 'data' }] });
  const spec: PodSpec = {
    volumes: [{ name: 'image', image: {} }, { name: 'data' }],
    containers: [mounts()],
    initContainers: [mounts()],
    ephemeralContainers: [mounts()],
  };
  expect(droppedBy(dropOfPod, spec, 33)).toEqual(['spec.volumes[0] ImageVolume']);
  const left = { volumeMounts: [{ name: 'data' }] };
  expect(spec).toEqual({
    volumes: [{ name: 'data' }],
    containers: [left],
    initContainers: [left],
    ephemeralContainers: [left],
  });
});

test('a lifecycle of a stop signal alone goes whole, one with a hook stays', () => {
  const spec: PodSpec = {
    containers: [
      { lifecycle: { stopSignal: 'SIGHUP' } },
      { lifecycle: { stopSignal: 'SIGHUP', preStop: {} } },
    ],
  };
  expect(droppedBy(dropOfPod, spec, 36)).toEqual([
    'spec.containers[0].lifecycle.stopSignal ContainerStopSignals',
    'spec.containers[1].lifecycle.stopSignal ContainerStopSignals',
  ]);
  expect(spec).toEqual({ containers: [{}, { lifecycle: { preStop: {} } }] });
});

test('procMount falls back, the rest of a dropped field stays', () => {
  const spec: PodSpec = app({
    securityContext: { procMount: 'Unmasked' },
    env: [{ name: 'A', valueFrom: { fileKeyRef: {} } }],
  });
  droppedBy(dropOfPod, spec, 30);
  expect(spec).toEqual(
    app({ securityContext: { procMount: 'Default' }, env: [{ name: 'A', valueFrom: {} }] }),
  );
});

/** What validation says is dropped of an object in a minor: `path gate`. */
function reportedBy(apiVersion: string, kind: string, object: object, minor: number): string[] {
  const { findings } = judge({ apiVersion, kind, metadata: { name: 'a' }, ...object }, { minor });
  return findings
    .filter(({ rule, level, stage }) => rule === 'field-dropped' && level === 'warning' && stage === 'decode')
    .map(({ path, message }) => `${path} ${/gate (\w+)/.exec(message)![1]}`);
}

const slice = (device: object) => ({ spec: { devices: [{ name: 'a', ...device }] } });
const tolerance = { tolerance: '0.1' };

/** The minors that have a field and report that it is dropped, first and last. */
test.each<[kind: string, object: object, dropped: string, minors: string]>([
  [
    'autoscaling/v2 HorizontalPodAutoscaler',
    { spec: { behavior: { scaleUp: tolerance } } },
    'spec.behavior.scaleUp.tolerance HPAConfigurableTolerance',
    '33-34',
  ],
  [
    'autoscaling/v2 HorizontalPodAutoscaler',
    { spec: { behavior: { scaleDown: tolerance } } },
    'spec.behavior.scaleDown.tolerance HPAConfigurableTolerance',
    '33-34',
  ],
  ['batch/v1 Job', { spec: { managedBy: 'a/b' } }, 'spec.managedBy JobManagedBy', '30-31'],
  ['batch/v1 Job', { spec: { successPolicy: {} } }, 'spec.successPolicy JobSuccessPolicy', '30-30'],
  ['batch/v1 Job', { spec: { scheduling: {} } }, 'spec.scheduling WorkloadWithJob', '37-37'],
  [
    'batch/v1 CronJob',
    { spec: { jobTemplate: { spec: { scheduling: {} } } } },
    'spec.jobTemplate.spec.scheduling WorkloadWithJob',
    '37-37',
  ],
  [
    'apps/v1 StatefulSet',
    { spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 1 } } } },
    'spec.updateStrategy.rollingUpdate.maxUnavailable MaxUnavailableStatefulSet',
    '30-36',
  ],
  [
    'v1 Service',
    { spec: { trafficDistribution: 'PreferClose' } },
    'spec.trafficDistribution ServiceTrafficDistribution',
    '30-30',
  ],
  [
    'v1 PersistentVolumeClaim',
    { spec: { volumeAttributesClassName: 'gold' } },
    'spec.volumeAttributesClassName VolumeAttributesClass',
    '30-33',
  ],
  [
    'v1 PersistentVolumeClaim',
    { spec: { dataSourceRef: { kind: 'A', name: 'a', namespace: 'b' } } },
    'spec.dataSourceRef CrossNamespaceVolumeDataSource',
    '30-37',
  ],
  ['v1 PersistentVolumeClaim', { spec: { dataSourceRef: { kind: 'A', name: 'a' } } }, '', 'none'],
  [
    'v1 PersistentVolume',
    { spec: { volumeAttributesClassName: 'gold' } },
    'spec.volumeAttributesClassName VolumeAttributesClass',
    '31-33',
  ],
  [
    'storage.k8s.io/v1 CSIDriver',
    { spec: { nodeAllocatableUpdatePeriodSeconds: 60 } },
    'spec.nodeAllocatableUpdatePeriodSeconds MutableCSINodeAllocatableCount',
    '33-34',
  ],
  [
    'storage.k8s.io/v1 CSIDriver',
    { spec: { preventPodSchedulingIfMissing: true } },
    'spec.preventPodSchedulingIfMissing VolumeLimitScaling',
    '36-36',
  ],
  [
    'discovery.k8s.io/v1 EndpointSlice',
    { endpoints: [{ addresses: ['10.0.0.1'], hints: { forNodes: [{ name: 'a' }] } }] },
    'endpoints[0].hints.forNodes PreferSameTrafficDistribution',
    '33-33',
  ],
  [
    'coordination.k8s.io/v1 Lease',
    { spec: { strategy: 'a' } },
    'spec.strategy CoordinatedLeaderElection',
    '31-37',
  ],
  [
    'coordination.k8s.io/v1 Lease',
    { spec: { preferredHolder: 'a' } },
    'spec.preferredHolder CoordinatedLeaderElection',
    '31-37',
  ],
  ['v1 Node', { status: { features: {} } }, 'status.features SupplementalGroupsPolicy', '31-32'],
  [
    'v1 Node',
    { status: { runtimeHandlers: [{}] } },
    'status.runtimeHandlers RecursiveReadOnlyMounts',
    '30-30',
  ],
  [
    'v1 Node',
    { status: { declaredFeatures: ['A'] } },
    'status.declaredFeatures NodeDeclaredFeatures',
    '35-35',
  ],
  [
    'v1 Node',
    { spec: { podPreemptionPolicy: {} } },
    'spec.podPreemptionPolicy InPlacePodVerticalScalingSchedulerPreemption',
    '37-37',
  ],
  [
    'resource.k8s.io/v1 DeviceClass',
    { spec: { extendedResourceName: 'a.b/c' } },
    'spec.extendedResourceName DRAExtendedResource',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceClaim',
    {
      spec: { devices: { requests: [{ name: 'a', exactly: { deviceClassName: 'b', tolerations: [{}] } }] } },
    },
    'spec.devices.requests[0].exactly.tolerations DRADeviceTaints',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceClaim',
    { spec: { devices: { constraints: [{ distinctAttribute: 'a' }] } } },
    'spec.devices.constraints[0].distinctAttribute DRAConsumableCapacity',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceClaim',
    {
      spec: { devices: { requests: [{ name: 'a', exactly: { deviceClassName: 'b', adminAccess: true } }] } },
    },
    '',
    'none',
  ],
  [
    'resource.k8s.io/v1 ResourceClaimTemplate',
    {
      spec: {
        spec: {
          devices: {
            requests: [{ name: 'a', firstAvailable: [{ name: 'b', deviceClassName: 'c', capacity: {} }] }],
          },
        },
      },
    },
    'spec.spec.devices.requests[0].firstAvailable[0].capacity DRAConsumableCapacity',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceSlice',
    slice({ taints: [{}] }),
    'spec.devices[0].taints DRADeviceTaints',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceSlice',
    slice({ allNodes: true }),
    'spec.devices[0].allNodes DRAPartitionableDevices',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceSlice',
    slice({ capacity: { memory: { value: '1', requestPolicy: {} } } }),
    'spec.devices[0].capacity[memory].requestPolicy DRAConsumableCapacity',
    '34-35',
  ],
  [
    'resource.k8s.io/v1 ResourceSlice',
    slice({ attributes: { model: { strings: ['a'] } } }),
    'spec.devices[0].attributes[model].strings DRAListTypeAttributes',
    '36-37',
  ],
])('%s: %j', (name, object, dropped, minors) => {
  const [apiVersion, kind] = name.split(' ');
  const drop = MINORS.filter((minor) => {
    const reported = reportedBy(apiVersion, kind, structuredClone(object), minor);
    expect(reported).toEqual(reported.length ? [dropped] : []);
    return reported.length > 0;
  });
  expect(drop.length ? `${drop[0]}-${drop.at(-1)}` : 'none').toBe(minors);
});

test('a gate that went off, one that came later, one that is on in all minors left', () => {
  expect([30, 32, 33].map((minor) => isOn('GitRepoVolumeDriver', minor))).toEqual([true, true, false]);
  expect([33, 34, 35].map((minor) => isOff('ContainerRestartRules', minor))).toEqual([false, true, false]);
  expect([30, 31].map((minor) => isOn('RecursiveReadOnlyMounts', minor))).toEqual([false, true]);
});
