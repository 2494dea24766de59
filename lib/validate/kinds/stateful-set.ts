import type { Field } from '../field';
import { defaultClaimSpec } from '../defaults/claims';
import { defaultTemplate } from '../defaults/pod-spec';
import { Drops, nested } from '../gates/drop';
import { isOn } from '../gates/gates';
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
  dropDisabledFields(object, at) {
    DROPS.run(object.spec ?? {}, at.field('spec'));
    TEMPLATED.dropDisabledFields(object, at);
  },

  applyDefaults,

  /** ValidateStatefulSet, pkg/apis/apps/validation 1.36. */
  validate({ spec = {} }, root) {
    const at = root.field('spec');
    at.field('podManagementPolicy').apply(POD_MANAGEMENT, spec.podManagementPolicy);
    at.field('updateStrategy').apply(STATEFUL_SET_STRATEGY, spec.updateStrategy ?? {});
    at.field('persistentVolumeClaimRetentionPolicy').apply(
      CLAIM_RETENTION,
      spec.persistentVolumeClaimRetentionPolicy ?? {},
    );
    judgeClaimTemplates(spec, at.field('volumeClaimTemplates'));
    at.field('replicas').apply(COUNT, spec.replicas);
    at.field('minReadySeconds').apply(COUNT, spec.minReadySeconds);
    at.field('ordinals', 'start').apply(COUNT, spec.ordinals?.start);
    at.field('serviceName').apply(SERVICE_NAME, spec.serviceName);
    judgeSelected(spec, at);
    at.field('template').apply(RESTART, spec.template ?? {});
  },

  warn(object, at) {
    TEMPLATED.warn(object, at);
    const { volumeClaimTemplates = [], revisionHistoryLimit } = object.spec ?? {};
    volumeClaimTemplates.forEach(({ spec = {} }, index) =>
      at.field('spec', 'volumeClaimTemplates').index(index).apply(FRACTIONAL_STORAGE, spec),
    );
    at.field('spec', 'revisionHistoryLimit').apply(HISTORY, revisionHistoryLimit);
  },
};

const DROPS = new Drops<StatefulSetSpec>([
  nested('MaxUnavailableStatefulSet', 'updateStrategy.rollingUpdate.maxUnavailable'),
]);

/** SetDefaults_StatefulSet, pkg/apis/apps/v1 1.37. */
function applyDefaults(object: StatefulSet, minor: number): void {
  const spec = (object.spec ??= {});
  spec.podManagementPolicy ||= 'OrderedReady';
  defaultUpdates((spec.updateStrategy ??= {}), minor);
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

function defaultUpdates(strategy: StatefulSetUpdateStrategy, minor: number): void {
  if (!strategy.type) {
    strategy.type = 'RollingUpdate';
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type !== 'RollingUpdate' || !strategy.rollingUpdate) return;
  strategy.rollingUpdate.partition ??= 0;
  if (isOn('MaxUnavailableStatefulSet', minor)) strategy.rollingUpdate.maxUnavailable ??= 1;
}

const RESTART = RUNS_FOR_EVER('StatefulSet');

/**
 * A selector that is none hides the template from the server. Labels and annotations are judged once more.
 */
function judgeSelected(spec: StatefulSetSpec, at: Field): void {
  const { selector, template = {} } = spec;
  const faulty = at.reports(() =>
    at.field('selector').apply(SELECTOR, {
      selector,
      emptyText: 'empty selector is invalid for statefulset',
      brokenText: '',
    }),
  );
  if (selector && !isEmptySelector(selector) && faulty) return;
  const place = at.field('template');
  place.apply(MATCH, { selector, template });
  if (at.minor >= 34) judgeWithClaims(template, spec, place);
  place.apply(TEMPLATE_METADATA, template);
  judgeTemplateAnnotations(template, place);
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
  judge(limit: number | undefined, at: Field) {
    if (limit === undefined || limit >= 0 || at.minor < 33) return;
    at.warn(
      'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
      'use 0 or more',
    );
  },
};
