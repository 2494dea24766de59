import { defaultPod } from '../defaults/pod';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { SUBDOMAIN_NAME } from '../rules/metadata';
import type { Pod } from '../schema/types';
import { POD_APP_ARMOR } from '../warnings/app-armor';
import { warnOfPod } from '../warnings/pod';
import type { KindRules } from './kind';
import { judgePodSpec } from './pod-spec';

/** Pods: ValidatePodCreate, pkg/apis/core/validation 1.36. */
export const POD: KindRules<Pod> = {
  nameFormat: SUBDOMAIN_NAME,
  drop: ({ spec = {}, metadata }, path, verdict) => dropDisabledPodFields(spec, metadata, path, verdict),
  fillIn: defaultPod,
  judge: ({ spec = {}, metadata }, path, verdict) => judgePodSpec(spec, metadata, path.child('spec'), verdict),
  prepare: ({ spec = {}, metadata }, path, verdict) => verdict.apply(POD_APP_ARMOR, { spec, annotations: metadata?.annotations }, path),
  warn: warnOfPod,
};
