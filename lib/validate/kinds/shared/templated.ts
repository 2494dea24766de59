import { dropDisabledPodFields } from '../../gates/pod-spec';
import type { FieldPath } from '../../path';
import type { ObjectMeta, PodTemplateSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { warnOfPodSpec } from '../../warnings/pod-spec';
import { warnOfName } from '../../warnings/workload';

interface Templated {
  metadata?: ObjectMeta;
  spec?: { template?: PodTemplateSpec };
}

/** What the strategies of kinds with a Pod template at spec.template have in common. */
export const TEMPLATED = {
  dropDisabledFields: (
    { spec: { template: { spec = {}, metadata } = {} } = {} }: Templated,
    path: FieldPath,
    verdict: Verdict,
  ) => dropDisabledPodFields(spec, metadata, path.field('spec', 'template'), verdict),
  warn: (
    { spec: { template: { spec = {}, metadata } = {} } = {} }: Templated,
    path: FieldPath,
    verdict: Verdict,
  ) => warnOfPodSpec(spec, metadata, path.field('spec', 'template'), verdict),
};

/** Those whose name goes into the names of Pods, too. */
export const NAMING_PODS = {
  ...TEMPLATED,
  warn(object: Templated, path: FieldPath, verdict: Verdict) {
    warnOfName(object.metadata, path, verdict);
    TEMPLATED.warn(object, path, verdict);
  },
};
