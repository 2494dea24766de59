import { defaultTemplate } from '../defaults/pod-spec';
import { defineRule, type Rule } from '../rule';
import { DEPLOYMENT_ROLLBACK, rewriteRollback } from '../rules/converted-annotations';
import { COUNT } from '../rules/counts';
import { DEPLOYMENT_STRATEGY } from '../rules/update-strategy';
import type { Deployment, DeploymentSpec } from '../schema/types';
import { judgeSelected } from './shared/replicas';
import { NAMING_PODS } from './shared/templated';
import type { Strategy } from './strategy';

export const DEPLOYMENT: Strategy<Deployment> = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  generationSince: 0,
  ...NAMING_PODS,
  applyDefaults,

  /** ValidateDeployment, pkg/apis/apps/validation 1.36. */
  validate({ spec = {}, metadata }, root) {
    const at = root.field('spec');
    if (metadata?.annotations) root.apply(DEPLOYMENT_ROLLBACK, metadata.annotations);
    at.field('replicas').apply(COUNT, spec.replicas);
    judgeSelected(spec, at);
    at.field('strategy').apply(DEPLOYMENT_STRATEGY, spec.strategy ?? {});
    at.field('minReadySeconds').apply(COUNT, spec.minReadySeconds);
    at.field('revisionHistoryLimit').apply(COUNT, spec.revisionHistoryLimit);
    at.field('progressDeadlineSeconds').apply(PROGRESS_DEADLINE, spec);
  },

  complete: ({ metadata }) => rewriteRollback(metadata ?? {}),
};

/** SetDefaults_Deployment, pkg/apis/apps/v1 1.36. */
function applyDefaults(object: Deployment): void {
  const spec = (object.spec ??= {});
  spec.replicas ??= 1;
  const strategy = (spec.strategy ??= {});
  strategy.type ||= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') {
    const update = (strategy.rollingUpdate ??= {});
    update.maxUnavailable ??= '25%';
    update.maxSurge ??= '25%';
  }
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  defaultTemplate(spec);
}

export const PROGRESS_DEADLINE = defineRule<Rule<DeploymentSpec>>({
  id: 'deployment-progress-deadline',
  stage: 'judge',
  mistake: 'a `progressDeadlineSeconds` that does not exceed `minReadySeconds`',
  suggestion: 'use more than `minReadySeconds`',
  judge({ progressDeadlineSeconds: deadline = 0, minReadySeconds = 0 }, at) {
    at.apply(COUNT, deadline);
    if (deadline <= minReadySeconds) {
      at.invalid(deadline, 'must be greater than minReadySeconds', {
        suggestion: `use more than minReadySeconds, which is ${minReadySeconds}`,
      });
    }
  },
});
