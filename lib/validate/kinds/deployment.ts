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
  validate({ spec = {}, metadata }, root, verdict) {
    const path = root.field('spec');
    if (metadata?.annotations) verdict.apply(DEPLOYMENT_ROLLBACK, metadata.annotations, root);
    verdict.apply(COUNT, spec.replicas, path.field('replicas'));
    judgeSelected(spec, path, verdict);
    verdict.apply(DEPLOYMENT_STRATEGY, spec.strategy ?? {}, path.field('strategy'));
    verdict.apply(COUNT, spec.minReadySeconds, path.field('minReadySeconds'));
    verdict.apply(COUNT, spec.revisionHistoryLimit, path.field('revisionHistoryLimit'));
    verdict.apply(PROGRESS_DEADLINE, spec, path.field('progressDeadlineSeconds'));
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
  judge({ progressDeadlineSeconds: deadline = 0, minReadySeconds = 0 }, path, verdict) {
    verdict.apply(COUNT, deadline, path);
    if (deadline <= minReadySeconds) {
      verdict.invalid(path, deadline, 'must be greater than minReadySeconds', {
        suggestion: `use more than minReadySeconds, which is ${minReadySeconds}`,
      });
    }
  },
});
