import { defaultClaimSpec } from '../defaults/claims';
import { defaultTemplate } from '../defaults/pod-spec';
import { Drops, nested } from '../gates/drop';
import type { FieldPath } from '../path';
import { COUNT } from '../rules/counts';
import { isEmptySelector } from '../rules/labels';
import { LABEL_NAMES } from '../rules/names';
import { CLAIM_RETENTION, POD_MANAGEMENT, SERVICE_NAME } from '../rules/stateful-set';
import { STATEFUL_SET_STRATEGY } from '../rules/update-strategy';
import { MATCH, SELECTOR } from '../rules/workload-selector';
import type {
  PersistentVolumeClaim,
  StatefulSet,
  StatefulSetSpec,
  StatefulSetUpdateStrategy,
} from '../schema/types';
import type { Verdict } from '../verdict';
import { FRACTIONAL_STORAGE } from '../warnings/fractional-bytes';
import { judgeClaimTemplates, judgeWithClaims } from './shared/claim-templates';
import { judgeTemplateAnnotations, RUNS_FOR_EVER, TEMPLATE_METADATA } from './shared/template';
import { TEMPLATED } from './shared/templated';
import type { Strategy } from './strategy';
import { defineRule } from '../rule';

export const STATEFUL_SET: Strategy<StatefulSet> = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  names: () => LABEL_NAMES,
  generationSince: 0,

  /** dropStatefulSetDisabledFields, pkg/registry/apps/statefulset 1.30 to 1.36. */
  dropDisabledFields(object, path, verdict) {
    DROPS.run(object.spec ?? {}, path.field('spec'), verdict);
    TEMPLATED.dropDisabledFields(object, path, verdict);
  },

  applyDefaults,

  /** ValidateStatefulSet, pkg/apis/apps/validation 1.36. */
  validate({ spec = {} }, root, verdict) {
    const path = root.field('spec');
    verdict.apply(POD_MANAGEMENT, spec.podManagementPolicy, path.field('podManagementPolicy'));
    verdict.apply(STATEFUL_SET_STRATEGY, spec.updateStrategy ?? {}, path.field('updateStrategy'));
    verdict.apply(
      CLAIM_RETENTION,
      spec.persistentVolumeClaimRetentionPolicy ?? {},
      path.field('persistentVolumeClaimRetentionPolicy'),
    );
    judgeClaimTemplates(spec, path.field('volumeClaimTemplates'), verdict);
    verdict.apply(COUNT, spec.replicas, path.field('replicas'));
    verdict.apply(COUNT, spec.minReadySeconds, path.field('minReadySeconds'));
    verdict.apply(COUNT, spec.ordinals?.start, path.field('ordinals', 'start'));
    verdict.apply(SERVICE_NAME, spec.serviceName, path.field('serviceName'));
    judgeSelected(spec, path, verdict);
    verdict.apply(RESTART, spec.template ?? {}, path.field('template'));
  },

  warn(object, path, verdict) {
    TEMPLATED.warn(object, path, verdict);
    const { volumeClaimTemplates = [], revisionHistoryLimit } = object.spec ?? {};
    volumeClaimTemplates.forEach(({ spec = {} }, index) =>
      verdict.apply(FRACTIONAL_STORAGE, spec, path.field('spec', 'volumeClaimTemplates').index(index)),
    );
    verdict.apply(HISTORY, revisionHistoryLimit, path.field('spec', 'revisionHistoryLimit'));
  },
};

const DROPS = new Drops<StatefulSetSpec>([
  nested('MaxUnavailableStatefulSet', 'updateStrategy.rollingUpdate.maxUnavailable'),
]);

/** SetDefaults_StatefulSet, pkg/apis/apps/v1 1.36; maxUnavailable has no default while its gate is off. */
function applyDefaults(object: StatefulSet): void {
  const spec = (object.spec ??= {});
  spec.podManagementPolicy ||= 'OrderedReady';
  defaultUpdates((spec.updateStrategy ??= {}));
  const retention = (spec.persistentVolumeClaimRetentionPolicy ??= {});
  retention.whenDeleted ||= 'Retain';
  retention.whenScaled ||= 'Retain';
  spec.replicas ??= 1;
  spec.revisionHistoryLimit ??= 10;
  defaultTemplate(spec);
  spec.volumeClaimTemplates?.forEach(defaultClaim);
}

function defaultClaim(claim: PersistentVolumeClaim): void {
  claim.apiVersion = 'v1';
  claim.kind = 'PersistentVolumeClaim';
  defaultClaimSpec((claim.spec ??= {}));
  (claim.status ??= {}).phase ||= 'Pending';
}

function defaultUpdates(strategy: StatefulSetUpdateStrategy): void {
  if (!strategy.type) {
    strategy.type = 'RollingUpdate';
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type === 'RollingUpdate' && strategy.rollingUpdate) strategy.rollingUpdate.partition ??= 0;
}

const RESTART = RUNS_FOR_EVER('StatefulSet');

/**
 * A selector that is none hides the template from the server. Labels and annotations are judged once more.
 */
function judgeSelected(spec: StatefulSetSpec, path: FieldPath, verdict: Verdict): void {
  const { selector, template = {} } = spec;
  const before = verdict.findings.length;
  verdict.apply(
    SELECTOR,
    { selector, emptyText: 'empty selector is invalid for statefulset', brokenText: '' },
    path.field('selector'),
  );
  if (selector && !isEmptySelector(selector) && verdict.findings.length > before) return;
  const place = path.field('template');
  verdict.apply(MATCH, { selector, template }, place);
  if (verdict.minor >= 34) judgeWithClaims(template, spec, place, verdict);
  verdict.apply(TEMPLATE_METADATA, template, place);
  judgeTemplateAnnotations(template, place, verdict);
}

export const STATEFUL_SET_HISTORY = defineRule({
  id: 'stateful-set-history',
  stage: 'warn',
  mistake: 'a negative `revisionHistoryLimit`: all revisions are kept',
  suggestion: 'use 0 or more',
});

/** Servers warn of it from 1.33 on. */
const HISTORY = {
  id: STATEFUL_SET_HISTORY.id,
  judge(limit: number | undefined, path: FieldPath, verdict: Verdict) {
    if (limit === undefined || limit >= 0 || verdict.minor < 33) return;
    verdict.warn(
      path,
      'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
      'use 0 or more',
    );
  },
};
