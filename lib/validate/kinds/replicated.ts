import { defaultDeployment, defaultReplicaSet } from '../defaults/workloads';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import { DEPLOYMENT_ROLLBACK } from '../rules/converted-annotations';
import { COUNT } from '../rules/counts';
import { isEmptySelector } from '../rules/labels';
import { DEPLOYMENT_STRATEGY } from '../rules/update-strategy';
import { MATCH, SELECTOR } from '../rules/workload-selector';
import type {
  Deployment,
  DeploymentSpec,
  ObjectMeta,
  PodTemplateSpec,
  ReplicaSet,
  ReplicaSetSpec,
} from '../schema/types';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { warnOfPodSpec } from '../warnings/pod-spec';
import { warnOfName } from '../warnings/workload';
import type { Verdict } from '../verdict';
import type { KindRules } from './kind';
import { judgeTemplate, RUNS_FOR_EVER } from './template';

interface Templated {
  metadata?: ObjectMeta;
  spec?: { template?: PodTemplateSpec };
}

/** What the strategies of kinds with a Pod template at spec.template have in common. */
export const TEMPLATED = {
  drop: (
    { spec: { template: { spec = {}, metadata } = {} } = {} }: Templated,
    path: FieldPath,
    verdict: Verdict,
  ) => dropDisabledPodFields(spec, metadata, path.child('spec', 'template'), verdict),
  warn: (
    { spec: { template: { spec = {}, metadata } = {} } = {} }: Templated,
    path: FieldPath,
    verdict: Verdict,
  ) => warnOfPodSpec(spec, metadata, path.child('spec', 'template'), verdict),
};

const REPLICATED = {
  ...TEMPLATED,
  warn(object: Templated, path: FieldPath, verdict: Verdict) {
    warnOfName(object.metadata, path, verdict);
    TEMPLATED.warn(object, path, verdict);
  },
};

/** Deployments: ValidateDeployment, pkg/apis/apps/validation 1.36. */
export const DEPLOYMENT: KindRules<Deployment> = {
  ...REPLICATED,
  fillIn: defaultDeployment,
  judge({ spec = {}, metadata }, root, verdict) {
    const path = root.child('spec');
    if (metadata?.annotations) verdict.apply(DEPLOYMENT_ROLLBACK, metadata.annotations, root);
    verdict.apply(COUNT, spec.replicas, path.child('replicas'));
    judgeSelected(spec, path, verdict);
    verdict.apply(DEPLOYMENT_STRATEGY, spec.strategy ?? {}, path.child('strategy'));
    verdict.apply(COUNT, spec.minReadySeconds, path.child('minReadySeconds'));
    verdict.apply(COUNT, spec.revisionHistoryLimit, path.child('revisionHistoryLimit'));
    verdict.apply(PROGRESS_DEADLINE, spec, path.child('progressDeadlineSeconds'));
  },
};

/** ReplicaSets: ValidateReplicaSet, pkg/apis/apps/validation 1.36. */
export const REPLICA_SET: KindRules<ReplicaSet> = {
  ...REPLICATED,
  fillIn: defaultReplicaSet,
  judge({ spec = {} }, root, verdict) {
    const path = root.child('spec');
    verdict.apply(COUNT, spec.replicas, path.child('replicas'));
    verdict.apply(COUNT, spec.minReadySeconds, path.child('minReadySeconds'));
    judgeSelected(spec, path, verdict);
  },
};

/**
 * A selector that is none hides the template from the server: ValidatePodTemplateSpecForReplicaSet, 1.36.
 * Both kinds call themselves so.
 */
function judgeSelected({ selector, template = {} }: ReplicaSetSpec, path: FieldPath, verdict: Verdict): void {
  if (!judgeSelector(selector, path, verdict)) return;
  const place = path.child('template');
  verdict.apply(MATCH, { selector, template }, place);
  judgeTemplate(template, place, verdict);
  verdict.apply(REPLICA_SET_RESTART, template, place);
}

const REPLICA_SET_RESTART = RUNS_FOR_EVER('ReplicaSet');

/** Whether the template is looked at. */
function judgeSelector(selector: ReplicaSetSpec['selector'], path: FieldPath, verdict: Verdict): boolean {
  const before = verdict.findings.length;
  verdict.apply(
    SELECTOR,
    { selector, emptyText: 'empty selector is invalid for deployment', brokenText: 'invalid label selector' },
    path.child('selector'),
  );
  return !selector || isEmptySelector(selector) || verdict.findings.length === before;
}

export const PROGRESS_DEADLINE = defineRule<Rule<DeploymentSpec>>({
  id: 'deployment-progress-deadline',
  stage: 'judge',
  mistake: 'a `progressDeadlineSeconds` that is not above `minReadySeconds`',
  suggestion: 'use more than `minReadySeconds`',
  judge({ progressDeadlineSeconds: deadline = 0, minReadySeconds = 0 }, path, verdict) {
    verdict.apply(COUNT, deadline, path);
    if (deadline <= minReadySeconds) {
      verdict.invalid(path, deadline, 'must be greater than minReadySeconds', {
        remedy: `use more than minReadySeconds, which is ${minReadySeconds}`,
      });
    }
  },
});
