import { defaultPod } from '../defaults/pod';
import { dropDisabledPodFields } from '../gates/pod-spec';
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
  judge: ({ spec = {}, metadata }, path, verdict) => judgePodSpec(spec, metadata, path.child('spec'), verdict),
  warn: ({ spec = {}, metadata }, path, verdict) => warnOfPodSpec(spec, metadata, path, verdict),
};
