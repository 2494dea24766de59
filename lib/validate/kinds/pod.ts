import { PRIORITY, setPriority } from '../admission/priority';
import { RUNTIME_CLASS, RUNTIME_CLASS_OVERHEAD } from '../admission/runtime-class';
import { nameServiceAccount } from '../admission/service-account';
import { addTolerations } from '../admission/tolerations';
import { mergeAffinityKeys, mergeSpreadKeys } from '../defaults/label-keys';
import { defaultAllPodResources, defaultPodResources } from '../defaults/pod-resources';
import { defaultPodSpec } from '../defaults/pod-spec';
import { qosClass } from '../defaults/qos';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { IMAGE_SPACE } from '../rules/container';
import { POD_ANNOTATIONS } from '../rules/pod/annotations';
import { POD_CREATE } from '../rules/pod/create';
import { PROFILE_ANNOTATIONS } from '../rules/pod/profile-annotations';
import type { Container, Pod, PodSpec } from '../schema/types';
import { fieldsFromAnnotations, POD_APP_ARMOR } from '../warnings/app-armor';
import { warnOfPod } from '../warnings/pod';
import { judgePodSpec } from './shared/pod-spec';
import type { Creation, Strategy } from './strategy';

export const POD: Strategy<Pod> = {
  apiVersion: 'v1',
  kind: 'Pod',
  generationSince: 33,

  dropDisabledFields: ({ spec = {}, metadata }, at) => dropDisabledPodFields(spec, metadata, at),

  applyDefaults,

  admit({ spec = {}, metadata = {} }, at) {
    at.field('spec').apply(PRIORITY, spec);
    at.field('spec').apply(RUNTIME_CLASS, spec);
    mergeAffinityKeys(spec.affinity, metadata.labels, at.minor);
    mergeSpreadKeys(spec.topologySpreadConstraints, metadata.labels, at.minor);
    at.apply(POD_APP_ARMOR, { spec, metadata });
    if (at.minor >= 37) defaultAllPodResources(spec);
  },

  /** ValidatePodCreate, pkg/apis/core/validation 1.36. */
  validate({ spec = {}, metadata = {} }, at) {
    const place = at.field('spec');
    at.field('metadata', 'annotations').apply(POD_ANNOTATIONS, { metadata, spec });
    judgePodSpec(spec, metadata, place);
    spec.containers?.forEach((container, index) =>
      place.field('containers').index(index).apply(IMAGE_SPACE, container),
    );
    spec.initContainers?.forEach((container, index) =>
      place.field('initContainers').index(index).apply(IMAGE_SPACE, container),
    );
    place.apply(POD_CREATE, spec);
    if (metadata.annotations) place.apply(PROFILE_ANNOTATIONS, { metadata, spec, filledIn: true });
    place.apply(RUNTIME_CLASS_OVERHEAD, spec);
  },

  warn: warnOfPod,
  complete,
};

/** SetDefaults_Pod, pkg/apis/core/v1 1.36: what a template does not have. */
function applyDefaults(pod: Pod, minor: number): void {
  const spec = (pod.spec ??= {});
  [...(spec.containers ?? []), ...(spec.initContainers ?? [])].forEach((container) => {
    defaultRequests(container);
    if (spec.hostNetwork) defaultHostPorts(container);
  });
  if (minor >= 34 && minor < 37) defaultPodResources(spec);
  spec.enableServiceLinks ??= true;
  // Convert_v1_Pod_To_core_Pod
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
  defaultPodSpec(spec);
}

function defaultRequests({ resources }: Container): void {
  if (resources?.limits) resources.requests = { ...resources.limits, ...resources.requests };
}

function defaultHostPorts({ ports }: Container): void {
  ports?.forEach((port) => {
    port.hostPort ||= port.containerPort;
  });
}

/** podStrategy.PrepareForCreate, pkg/registry/core/pod 1.36, and admission plugins. */
function complete(pod: Pod, { minor, cluster }: Creation): void {
  const { spec = {}, metadata } = pod;
  nameServiceAccount(spec, metadata, cluster);
  setPriority(spec, cluster);
  addTolerations(spec);
  fieldsFromAnnotations(spec, metadata);
  pod.status = statusOf(spec, minor);
}

const statusOf = (spec: PodSpec, minor: number) => ({
  phase: 'Pending',
  qosClass: qosClass(spec, minor),
  ...(spec.schedulingGates?.length ? { conditions: [GATED] } : {}),
});

/** applySchedulingGatedCondition, pkg/registry/core/pod 1.36. */
const GATED = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
};
