import { defaultStatefulSet } from '../defaults/workloads';
import { dropDisabledStatefulSetFields } from '../gates/workloads';
import { FieldPath } from '../path';
import { COUNT } from '../rules/counts';
import { judgeClaimSpec } from '../rules/claims';
import { isEmptySelector } from '../rules/labels';
import { CLAIM_RETENTION, POD_MANAGEMENT, SERVICE_NAME } from '../rules/stateful-set';
import { STATEFUL_SET_STRATEGY } from '../rules/update-strategy';
import { MATCH, SELECTOR } from '../rules/workload-selector';
import type { PodSpec, PodTemplateSpec, StatefulSet, StatefulSetSpec, Volume } from '../schema/types';
import type { Verdict } from '../verdict';
import { FRACTIONAL_STORAGE } from '../warnings/fractional-bytes';
import type { KindRules } from './kind';
import { TEMPLATED } from './replicated';
import { judgeTemplate, judgeTemplateAnnotations, RUNS_FOR_EVER, TEMPLATE_METADATA } from './template';
import { defineRule, type Rule } from '../rule';

/** StatefulSets: ValidateStatefulSet, pkg/apis/apps/validation 1.36. */
export const STATEFUL_SET: KindRules<StatefulSet> = {
  drop(object, path, verdict) {
    dropDisabledStatefulSetFields(object.spec ?? {}, path.child('spec'), verdict);
    TEMPLATED.drop(object, path, verdict);
  },
  fillIn: defaultStatefulSet,
  judge({ spec = {} }, root, verdict) {
    const path = root.child('spec');
    verdict.apply(POD_MANAGEMENT, spec.podManagementPolicy, path.child('podManagementPolicy'));
    verdict.apply(STATEFUL_SET_STRATEGY, spec.updateStrategy ?? {}, path.child('updateStrategy'));
    verdict.apply(
      CLAIM_RETENTION,
      spec.persistentVolumeClaimRetentionPolicy ?? {},
      path.child('persistentVolumeClaimRetentionPolicy'),
    );
    judgeClaimTemplates(spec, path.child('volumeClaimTemplates'), verdict);
    verdict.apply(COUNT, spec.replicas, path.child('replicas'));
    verdict.apply(COUNT, spec.minReadySeconds, path.child('minReadySeconds'));
    verdict.apply(COUNT, spec.ordinals?.start, path.child('ordinals', 'start'));
    verdict.apply(SERVICE_NAME, spec.serviceName, path.child('serviceName'));
    judgeSelected(spec, path, verdict);
    verdict.apply(RESTART, spec.template ?? {}, path.child('template'));
  },
  warn(object, path, verdict) {
    TEMPLATED.warn(object, path, verdict);
    const { volumeClaimTemplates = [], revisionHistoryLimit } = object.spec ?? {};
    volumeClaimTemplates.forEach(({ spec = {} }, index) =>
      verdict.apply(FRACTIONAL_STORAGE, spec, path.child('spec', 'volumeClaimTemplates').index(index)),
    );
    verdict.apply(HISTORY, revisionHistoryLimit, path.child('spec', 'revisionHistoryLimit'));
  },
};

const RESTART = RUNS_FOR_EVER('StatefulSet');

function judgeClaimTemplates(
  { volumeClaimTemplates = [] }: StatefulSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (verdict.minor < 34) return;
  volumeClaimTemplates.forEach(({ spec = {} }, index) =>
    judgeClaimSpec(spec, path.index(index).child('spec'), verdict),
  );
}

/**
 * A selector that is none hides the template from the server. Labels and annotations are judged once more.
 */
function judgeSelected(spec: StatefulSetSpec, path: FieldPath, verdict: Verdict): void {
  const { selector, template = {} } = spec;
  const before = verdict.findings.length;
  verdict.apply(
    SELECTOR,
    { selector, emptyText: 'empty selector is invalid for statefulset', brokenText: '' },
    path.child('selector'),
  );
  if (selector && !isEmptySelector(selector) && verdict.findings.length > before) return;
  const place = path.child('template');
  verdict.apply(MATCH, { selector, template }, place);
  if (verdict.minor >= 34) judgeWithClaims(template, spec, place, verdict);
  verdict.apply(TEMPLATE_METADATA, template, place);
  judgeTemplateAnnotations(template, place, verdict);
}

/**
 * Servers look at the Pod with the volumes that its controller adds in front, and without what it sets; up to
 * 1.33 they do not look at it.
 */
function judgeWithClaims(
  template: PodTemplateSpec,
  { volumeClaimTemplates = [] }: StatefulSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  const claims = new Map(
    volumeClaimTemplates.map(({ metadata: { name = '' } = {} }): [string, Volume] => [
      name,
      { name, persistentVolumeClaim: { claimName: name } },
    ]),
  );
  const own = template.spec?.volumes ?? [];
  const kept = own
    .map((volume, index) => ({ volume, index }))
    .filter(({ volume }) => !claims.has(volume.name ?? ''));
  const spec: PodSpec = {
    ...template.spec,
    hostname: undefined,
    subdomain: undefined,
    volumes: [...claims.values(), ...kept.map(({ volume }) => volume)],
  };
  const before = verdict.findings.length;
  judgeTemplate({ ...template, spec }, path, verdict);
  if (claims.size) {
    relocate(verdict, before, path.child('spec', 'volumes'), [
      ...Array.from(claims, () => -1),
      ...kept.map(({ index }) => index),
    ]);
  }
}

/**
 * Shows the findings on a volume where the manifest has it; one that comes of a claim's template is shown at
 * spec.volumeClaimTemplates.
 */
function relocate({ findings }: Verdict, first: number, volumes: FieldPath, places: readonly number[]): void {
  const depth = volumes.segments().length;
  for (let index = first; index < findings.length; index++) {
    const finding = findings[index];
    const segments = (finding.at ?? finding.path).segments();
    if (segments.length <= depth || segments[depth - 1] !== 'volumes') continue;
    findings[index] = { ...finding, at: placeOf(volumes, places, segments.slice(depth)) };
  }
}

function placeOf(
  volumes: FieldPath,
  places: readonly number[],
  [volume, ...rest]: readonly (string | number)[],
): FieldPath {
  const place = places[Number(volume)] ?? -1;
  if (place < 0) return FieldPath.of('spec').child('volumeClaimTemplates');
  return rest.reduce<FieldPath>(
    (path, segment) => (typeof segment === 'number' ? path.index(segment) : path.child(segment)),
    volumes.index(place),
  );
}

/** Servers warn of it from 1.33 on. */
export const HISTORY = defineRule<Rule<number | undefined>>({
  id: 'stateful-set-history',
  stage: 'warn',
  mistake: 'a negative `revisionHistoryLimit`: all revisions are kept',
  suggestion: 'use 0 or more',
  judge(limit, path, verdict) {
    if (limit === undefined || limit >= 0 || verdict.minor < 33) return;
    verdict.warn(
      path,
      'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
      'use 0 or more',
    );
  },
});
