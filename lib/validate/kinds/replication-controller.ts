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
  validate({ spec = {} }, root, verdict) {
    const path = root.field('spec');
    verdict.apply(COUNT, spec.minReadySeconds, path.field('minReadySeconds'));
    verdict.apply(NEEDS_SELECTOR, spec.selector, path.field('selector'));
    verdict.apply(COUNT, spec.replicas, path.field('replicas'));
    const place = path.field('template');
    verdict.apply(NEEDS_TEMPLATE, spec.template, place);
    if (!spec.template) return;
    verdict.apply(MATCH, { selector: { matchLabels: spec.selector }, template: spec.template }, place);
    judgeTemplate(spec.template, place, verdict);
    verdict.apply(RESTART, spec.template, place);
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
  judge(selector, path, verdict) {
    if (!Object.keys(selector ?? {}).length) {
      verdict.required(path, '', { suggestion: 'add labels to spec.template, or a selector' });
    }
  },
};

export const NEEDS_TEMPLATE = defineRule<Rule<PodTemplateSpec | undefined>>({
  id: 'workload-template',
  stage: 'judge',
  mistake: 'no Pod template',
  suggestion: 'define the Pod in `spec.template`',
  judge(template, path, verdict) {
    if (!template) verdict.required(path, '', { suggestion: 'define the Pod in spec.template' });
  },
});
