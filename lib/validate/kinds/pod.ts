import { defaultPod } from '../defaults/pod';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { IMAGE_SPACE } from '../rules/container';
import { SUBDOMAIN_NAME } from '../rules/metadata';
import type { Pod } from '../schema/types';
import { warnOfPodSpec } from '../warnings/pod-spec';
import type { KindRules } from './kind';
import { judgePodSpec } from './pod-spec';

/** Pods: ValidatePodCreate, pkg/apis/core/validation 1.36. */
export const POD: KindRules<Pod> = {
  nameFormat: SUBDOMAIN_NAME,
  drop: ({ spec = {}, metadata }, path, verdict) => dropDisabledPodFields(spec, metadata, path, verdict),
  fillIn: defaultPod,
  judge({ spec = {}, metadata }, path, verdict) {
    const place = path.child('spec');
    judgePodSpec(spec, metadata, place, verdict);
    spec.containers?.forEach((container, index) => verdict.apply(IMAGE_SPACE, container, place.child('containers').index(index)));
    spec.initContainers?.forEach((container, index) => verdict.apply(IMAGE_SPACE, container, place.child('initContainers').index(index)));
  },
  warn: ({ spec = {}, metadata }, path, verdict) => warnOfPodSpec(spec, metadata, path, verdict),
};
