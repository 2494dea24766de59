import { defaultTemplate } from '../defaults/workloads';
import { dropDisabledPodFields } from '../gates/pod-spec';
import type { PodTemplate } from '../schema/types';
import { warnOfPodSpec } from '../warnings/pod-spec';
import type { KindRules } from './strategy';
import { judgeTemplate } from './shared/template';

/** PodTemplates: ValidatePodTemplate, pkg/apis/core/validation 1.36. */
export const POD_TEMPLATE: KindRules<PodTemplate> = {
  drop: ({ template: { spec = {}, metadata } = {} }, path, verdict) =>
    dropDisabledPodFields(spec, metadata, path.child('template'), verdict),
  fillIn: defaultTemplate,
  judge: ({ template = {} }, path, verdict) => judgeTemplate(template, path.child('template'), verdict),
  warn: ({ template: { spec = {}, metadata } = {} }, path, verdict) =>
    warnOfPodSpec(spec, metadata, path.child('template'), verdict),
};
