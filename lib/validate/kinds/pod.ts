import { defaultPod } from '../defaults/pod';
import { SUBDOMAIN_NAME } from '../rules/metadata';
import type { Pod } from '../schema/types';
import type { KindRules } from './kind';
import { judgePodSpec } from './pod-spec';

/** Pods: ValidatePodCreate, pkg/apis/core/validation 1.36. */
export const POD: KindRules<Pod> = {
  nameFormat: SUBDOMAIN_NAME,
  fillIn: defaultPod,
  judge: ({ spec = {}, metadata }, path, verdict) => judgePodSpec(spec, metadata, path.child('spec'), verdict),
};
