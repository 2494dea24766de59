import { defaultPodSpec } from '../defaults/pod-spec';
import { defineRule, type Rule } from '../rule';
import { COUNT } from '../rules/counts';
import { LONG_NAMES, SUBDOMAIN_NAMES } from '../rules/names';
import { MATCH, WORKLOAD_SELECTOR } from '../rules/workload-selector';
import type { PodTemplateSpec, ReplicationController, ReplicationControllerSpec } from '../schema/types';
import { judgeTemplate, RUNS_FOR_EVER } from './shared/template';
import { NAMING_PODS } from './shared/templated';
import type { Strategy } from './strategy';

export const REPLICATION_CONTROLLER: Strategy<ReplicationController> = {
  apiVersion: 'v1',
  kind: 'ReplicationController',
  names: (minor) => (minor >= 35 ? LONG_NAMES : SUBDOMAIN_NAMES),
  generationSince: 0,
  ...NAMING_PODS,
  applyDefaults,

  /** ValidateReplicationController, pkg/apis/core/validation 1.36. */
  validate({ spec = {} }, root) {
    const at = root.field('spec');
    at.field('minReadySeconds').apply(COUNT, spec.minReadySeconds);
    at.field('selector').apply(NEEDS_SELECTOR, spec.selector);
    at.field('replicas').apply(COUNT, spec.replicas);
    const place = at.field('template');
    place.apply(NEEDS_TEMPLATE, spec.template);
    if (!spec.template) return;
    place.apply(MATCH, { selector: { matchLabels: spec.selector }, template: spec.template });
    judgeTemplate(spec.template, place);
    place.apply(RESTART, spec.template);
  },
};

/**
 * SetDefaults_ReplicationController, pkg/apis/core/v1 1.36: the selector is made of the template's labels.
 */
function applyDefaults(object: ReplicationController): void {
  const spec = (object.spec ??= {});
  spec.replicas ??= 1;
  if (!spec.template) return;
  const { labels } = spec.template.metadata ?? {};
  if (labels) {
    if (isEmpty(spec.selector)) spec.selector = labels;
    const metadata = (object.metadata ??= {});
    if (isEmpty(metadata.labels)) metadata.labels = labels;
  }
  defaultPodSpec((spec.template.spec ??= {}));
}

const isEmpty = (map: { readonly [key: string]: string } = {}) => Object.keys(map).length === 0;

const RESTART = RUNS_FOR_EVER('ReplicationController');

const NEEDS_SELECTOR: Rule<ReplicationControllerSpec['selector']> = {
  id: WORKLOAD_SELECTOR.id,
  judge(selector, at) {
    if (!Object.keys(selector ?? {}).length) {
      at.required('', { suggestion: 'add labels to spec.template, or a selector' });
    }
  },
};

export const NEEDS_TEMPLATE = defineRule<Rule<PodTemplateSpec | undefined>>({
  id: 'workload-template',
  stage: 'judge',
  mistake: 'no Pod template',
  suggestion: 'define the Pod in `spec.template`',
  judge(template, at) {
    if (!template) at.required('', { suggestion: 'define the Pod in spec.template' });
  },
});
