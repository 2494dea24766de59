import { defaultReplicationController } from '../defaults/workloads';
import { defineRule, type Rule } from '../rule';
import { COUNT } from '../rules/counts';
import { MATCH, WORKLOAD_SELECTOR } from '../rules/workload-selector';
import type { PodTemplateSpec, ReplicationController, ReplicationControllerSpec } from '../schema/types';
import { warnOfName } from '../warnings/workload';
import type { KindRules } from './kind';
import { TEMPLATED } from './replicated';
import { judgeTemplate, RUNS_FOR_EVER } from './template';

/** ReplicationControllers: ValidateReplicationController, pkg/apis/core/validation 1.36. */
export const REPLICATION_CONTROLLER: KindRules<ReplicationController> = {
  ...TEMPLATED,
  fillIn: defaultReplicationController,
  judge({ spec = {} }, root, verdict) {
    const path = root.child('spec');
    verdict.apply(COUNT, spec.minReadySeconds, path.child('minReadySeconds'));
    verdict.apply(NEEDS_SELECTOR, spec.selector, path.child('selector'));
    verdict.apply(COUNT, spec.replicas, path.child('replicas'));
    const place = path.child('template');
    verdict.apply(NEEDS_TEMPLATE, spec.template, place);
    if (!spec.template) return;
    verdict.apply(MATCH, { selector: { matchLabels: spec.selector }, template: spec.template }, place);
    judgeTemplate(spec.template, place, verdict);
    verdict.apply(RESTART, spec.template, place);
  },
  warn(object, path, verdict) {
    warnOfName(object.metadata, path, verdict);
    TEMPLATED.warn(object, path, verdict);
  },
};

const RESTART = RUNS_FOR_EVER('ReplicationController');

const NEEDS_SELECTOR: Rule<ReplicationControllerSpec['selector']> = {
  id: WORKLOAD_SELECTOR.id,
  judge(selector, path, verdict) {
    if (!Object.keys(selector ?? {}).length) {
      verdict.required(path, '', { remedy: 'give spec.template labels, or select some' });
    }
  },
};

export const NEEDS_TEMPLATE = defineRule<Rule<PodTemplateSpec | undefined>>({
  id: 'workload-template',
  stage: 'judge',
  mistake: 'no Pod template',
  suggestion: 'describe the Pod in `spec.template`',
  judge(template, path, verdict) {
    if (!template) verdict.required(path, '', { remedy: 'describe the Pod in spec.template' });
  },
});
