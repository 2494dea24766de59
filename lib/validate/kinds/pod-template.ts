import { defaultTemplate } from '../defaults/pod-spec';
import { dropDisabledPodFields } from '../gates/pod-spec';
import type { PodTemplate } from '../schema/types';
import { warnOfPodSpec } from '../warnings/pod-spec';
import { judgeTemplate } from './shared/template';
import type { Strategy } from './strategy';

export const POD_TEMPLATE: Strategy<PodTemplate> = {
  apiVersion: 'v1',
  kind: 'PodTemplate',
  generationSince: 0,

  dropDisabledFields: ({ template: { spec = {}, metadata } = {} }, at) =>
    dropDisabledPodFields(spec, metadata, at.field('template')),

  applyDefaults: defaultTemplate,

  /** ValidatePodTemplate, pkg/apis/core/validation 1.36. */
  validate: ({ template = {} }, at) => judgeTemplate(template, at.field('template')),

  warn: ({ template: { spec = {}, metadata } = {} }, at) =>
    warnOfPodSpec(spec, metadata, at.field('template')),
};
