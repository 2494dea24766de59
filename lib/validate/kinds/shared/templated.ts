import type { Field } from '../../field';
import { dropDisabledPodFields } from '../../gates/pod-spec';
import type { ObjectMeta, PodTemplateSpec } from '../../schema/types';
import { warnOfPodSpec } from '../../warnings/pod-spec';
import { warnOfName } from '../../warnings/workload';

interface Templated {
  metadata?: ObjectMeta;
  spec?: { template?: PodTemplateSpec };
}

/** What the strategies of kinds with a Pod template at spec.template have in common. */
export const TEMPLATED = {
  dropDisabledFields: ({ spec: { template: { spec = {}, metadata } = {} } = {} }: Templated, at: Field) =>
    dropDisabledPodFields(spec, metadata, at.field('spec', 'template')),
  warn: ({ spec: { template: { spec = {}, metadata } = {} } = {} }: Templated, at: Field) =>
    warnOfPodSpec(spec, metadata, at.field('spec', 'template')),
};

/** Those whose name goes into the names of Pods, too. */
export const NAMING_PODS = {
  ...TEMPLATED,
  warn(object: Templated, at: Field) {
    warnOfName(object.metadata, at);
    TEMPLATED.warn(object, at);
  },
};
