import { defaultTemplate } from '../defaults/pod-spec';
import type { Rule } from '../rule';
import { DAEMON_SET_GENERATION, rewriteGeneration } from '../rules/converted-annotations';
import { COUNT } from '../rules/counts';
import { isEmptySelector, judgeLabelSelector } from '../rules/labels';
import { DAEMON_SET_STRATEGY } from '../rules/update-strategy';
import { MATCH, shownSelector, WORKLOAD_SELECTOR } from '../rules/workload-selector';
import type { DaemonSet, LabelSelector, RollingUpdateDaemonSet } from '../schema/types';
import { judgeTemplate, RUNS_FOR_EVER } from './shared/template';
import { TEMPLATED } from './shared/templated';
import type { Strategy } from './strategy';

export const DAEMON_SET: Strategy<DaemonSet> = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  generationSince: 0,
  ...TEMPLATED,
  applyDefaults,

  /** ValidateDaemonSet, pkg/apis/apps/validation 1.36. */
  validate({ spec: { selector, template = {}, ...spec } = {}, metadata }, root) {
    const at = root.field('spec');
    if (metadata?.annotations) root.apply(DAEMON_SET_GENERATION, metadata.annotations);
    const place = at.field('template');
    const faulty = at.reports(() => selector && at.field('selector').apply(PARTS, selector));
    if (!faulty) place.apply(MATCH, { selector, template });
    if (selector) at.field('selector').apply(NOT_EMPTY, selector);
    judgeTemplate(template, place);
    place.apply(RESTART, template);
    at.field('minReadySeconds').apply(COUNT, spec.minReadySeconds);
    at.field('updateStrategy').apply(DAEMON_SET_STRATEGY, spec.updateStrategy ?? {});
    at.field('revisionHistoryLimit').apply(COUNT, spec.revisionHistoryLimit);
  },

  complete(object) {
    rewriteGeneration((object.metadata ??= {}));
    writeZeros(object.spec?.updateStrategy?.rollingUpdate);
  },
};

/** Inside a server, neither amount can be left out: RollingUpdateDaemonSet, pkg/apis/apps 1.36. */
function writeZeros(update: RollingUpdateDaemonSet | undefined): void {
  if (!update) return;
  update.maxUnavailable ??= 0;
  update.maxSurge ??= 0;
}

/** SetDefaults_DaemonSet, pkg/apis/apps/v1 1.36. */
function applyDefaults(object: DaemonSet): void {
  const spec = (object.spec ??= {});
  const strategy = (spec.updateStrategy ??= {});
  strategy.type ||= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') {
    const update = (strategy.rollingUpdate ??= {});
    update.maxUnavailable ??= 1;
    update.maxSurge ??= 0;
  }
  spec.revisionHistoryLimit ??= 10;
  defaultTemplate(spec);
}

const RESTART = RUNS_FOR_EVER('DaemonSet');

const PARTS: Rule<LabelSelector> = { id: WORKLOAD_SELECTOR.id, judge: judgeLabelSelector };

const NOT_EMPTY: Rule<LabelSelector> = {
  id: WORKLOAD_SELECTOR.id,
  judge(selector, at) {
    if (!isEmptySelector(selector)) return;
    at.invalid(shownSelector(selector), 'empty selector is invalid for daemonset', {
      suggestion: 'use a selector that matches the labels of spec.template',
    });
  },
};
