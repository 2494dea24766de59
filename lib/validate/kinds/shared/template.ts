import type { Field } from '../../field';
import { closest } from '../../closest';
import { named } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import { judgeLabels } from '../../rules/labels';
import { judgeAnnotations } from '../../rules/metadata';
import { POD_ANNOTATIONS } from '../../rules/pod/annotations';
import { PROFILE_ANNOTATIONS } from '../../rules/pod/profile-annotations';
import { RESTART_POLICIES } from '../../rules/pod-spec';
import type { PodTemplateSpec } from '../../schema/types';
import { judgePodSpec } from './pod-spec';
import { WORKLOAD_RESTART_POLICY } from '../../rules/job';

/** Labels and annotations of a template; the server leaves `metadata` out of their paths. */
export const TEMPLATE_METADATA = defineRule<Rule<PodTemplateSpec>>({
  id: 'template-metadata',
  stage: 'judge',
  mistake: 'malformed labels or annotations of a template',
  suggestion: 'fix the label or annotation in the message',
  judge({ metadata = {} }, template) {
    const at = template.shownAt(template.field('metadata'));
    judgeLabels(metadata.labels, at.field('labels'));
    judgeAnnotations(metadata.annotations, at.field('annotations'));
  },
});

export const NO_EPHEMERAL_CONTAINERS = defineRule<Rule<PodTemplateSpec>>({
  id: 'template-ephemeral-containers',
  stage: 'judge',
  mistake: 'ephemeral containers in a template',
  suggestion: 'remove `ephemeralContainers`',
  judge({ spec }, at) {
    if (spec?.ephemeralContainers?.length) {
      at.field('spec', 'ephemeralContainers').forbidden('ephemeral containers not allowed in pod template');
    }
  },
});

/** ValidatePodTemplateSpec, pkg/apis/core/validation 1.36. */
export function judgeTemplate(template: PodTemplateSpec, at: Field): void {
  at.apply(TEMPLATE_METADATA, template);
  judgeTemplateAnnotations(template, at);
  judgePodSpec(template.spec ?? {}, undefined, at.field('spec'));
  const { metadata, spec = {} } = template;
  if (metadata?.annotations) {
    at.field('spec').apply(PROFILE_ANNOTATIONS, { metadata, spec, filledIn: false });
  }
  at.apply(NO_EPHEMERAL_CONTAINERS, template);
}

/** Annotations that mean something of the Pod. */
export function judgeTemplateAnnotations({ metadata = {}, spec = {} }: PodTemplateSpec, at: Field): void {
  const place = at.field('annotations').shownAt(at.field('metadata', 'annotations'));
  place.apply(POD_ANNOTATIONS, { metadata, spec });
}

function judgePolicy(policy: string | undefined, at: Field): void {
  const hint =
    closest(policy ?? '', RESTART_POLICIES) === 'Always' ? undefined : { suggestion: 'remove restartPolicy' };
  at.notSupported(named(policy), ['Always'], hint);
}

/** Pods of all kinds but Jobs run forever. `kind` is as its server text names it. */
export const RUNS_FOR_EVER = (kind: string): Rule<PodTemplateSpec> => ({
  id: WORKLOAD_RESTART_POLICY.id,
  judge({ spec = {} }, at) {
    const place = at.field('spec');
    if (spec.restartPolicy !== 'Always') {
      judgePolicy(spec.restartPolicy, place.field('restartPolicy'));
    }
    if (spec.activeDeadlineSeconds !== undefined) {
      place.field('activeDeadlineSeconds').forbidden(`activeDeadlineSeconds in ${kind} is not Supported`);
    }
  },
});
