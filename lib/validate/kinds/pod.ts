import { PRIORITY } from '../admission/priority';
import { RUNTIME_CLASS, RUNTIME_CLASS_OVERHEAD } from '../admission/runtime-class';
import { mergeAffinityKeys, mergeSpreadKeys } from '../defaults/label-keys';
import { defaultPod } from '../defaults/pod';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { IMAGE_SPACE } from '../rules/container';
import { POD_ANNOTATIONS } from '../rules/pod/annotations';
import { POD_CREATE } from '../rules/pod/create';
import { PROFILE_ANNOTATIONS } from '../rules/pod/profile-annotations';
import type { FieldPath } from '../path';
import type { Pod } from '../schema/types';
import type { Verdict } from '../verdict';
import { POD_APP_ARMOR } from '../warnings/app-armor';
import { warnOfPod } from '../warnings/pod';
import type { KindRules } from './strategy';
import { judgePodSpec } from './shared/pod-spec';

/** Pods: ValidatePodCreate, pkg/apis/core/validation 1.36. */
export const POD: KindRules<Pod> = {
  drop: ({ spec = {}, metadata }, path, verdict) => dropDisabledPodFields(spec, metadata, path, verdict),
  fillIn: defaultPod,
  admit({ spec = {}, metadata }, path, verdict) {
    verdict.apply(PRIORITY, spec, path.child('spec'));
    verdict.apply(RUNTIME_CLASS, spec, path.child('spec'));
    mergeAffinityKeys(spec.affinity, metadata?.labels, verdict.minor);
    mergeSpreadKeys(spec.topologySpreadConstraints, metadata?.labels, verdict.minor);
  },
  prepare: ({ spec = {}, metadata = {} }, path, verdict) =>
    verdict.apply(POD_APP_ARMOR, { spec, metadata }, path),
  judge: judgePod,
  warn: warnOfPod,
};

function judgePod({ spec = {}, metadata = {} }: Pod, path: FieldPath, verdict: Verdict): void {
  const place = path.child('spec');
  verdict.apply(POD_ANNOTATIONS, { metadata, spec }, path.child('metadata', 'annotations'));
  judgePodSpec(spec, metadata, place, verdict);
  spec.containers?.forEach((container, index) =>
    verdict.apply(IMAGE_SPACE, container, place.child('containers').index(index)),
  );
  spec.initContainers?.forEach((container, index) =>
    verdict.apply(IMAGE_SPACE, container, place.child('initContainers').index(index)),
  );
  verdict.apply(POD_CREATE, spec, place);
  if (metadata.annotations) verdict.apply(PROFILE_ANNOTATIONS, { metadata, spec, filledIn: true }, place);
  verdict.apply(RUNTIME_CLASS_OVERHEAD, spec, place);
}
