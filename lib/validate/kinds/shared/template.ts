import { closest } from '../../closest';
import { named } from '../../../go/value';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import { judgeLabels } from '../../rules/labels';
import { judgeAnnotations } from '../../rules/metadata';
import { POD_ANNOTATIONS } from '../../rules/pod/annotations';
import { PROFILE_ANNOTATIONS } from '../../rules/pod/profile-annotations';
import { RESTART_POLICIES } from '../../rules/pod-spec';
import type { PodTemplateSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { judgePodSpec } from './pod-spec';
import { WORKLOAD_RESTART_POLICY } from '../../rules/job';

/** Labels and annotations of a template; the server leaves `metadata` out of their paths. */
export const TEMPLATE_METADATA = defineRule<Rule<PodTemplateSpec>>({
  id: 'template-metadata',
  stage: 'judge',
  mistake: 'malformed labels or annotations of a template',
  suggestion: 'fix the label or annotation in the message',
  judge({ metadata = {} }, path, verdict) {
    const place = path.field('metadata');
    judgeLabels(metadata.labels, path.field('labels'), verdict, place.field('labels'));
    judgeAnnotations(metadata.annotations, path.field('annotations'), verdict, place.field('annotations'));
  },
});

export const NO_EPHEMERAL_CONTAINERS = defineRule<Rule<PodTemplateSpec>>({
  id: 'template-ephemeral-containers',
  stage: 'judge',
  mistake: 'ephemeral containers in a template',
  suggestion: 'remove `ephemeralContainers`',
  judge({ spec }, path, verdict) {
    if (spec?.ephemeralContainers?.length) {
      verdict.forbidden(
        path.field('spec', 'ephemeralContainers'),
        'ephemeral containers not allowed in pod template',
      );
    }
  },
});

/** ValidatePodTemplateSpec, pkg/apis/core/validation 1.36. */
export function judgeTemplate(template: PodTemplateSpec, path: FieldPath, verdict: Verdict): void {
  verdict.apply(TEMPLATE_METADATA, template, path);
  judgeTemplateAnnotations(template, path, verdict);
  judgePodSpec(template.spec ?? {}, undefined, path.field('spec'), verdict);
  const { metadata, spec = {} } = template;
  if (metadata?.annotations) {
    verdict.apply(PROFILE_ANNOTATIONS, { metadata, spec, filledIn: false }, path.field('spec'));
  }
  verdict.apply(NO_EPHEMERAL_CONTAINERS, template, path);
}

/** Annotations that mean something of the Pod. */
export function judgeTemplateAnnotations(
  { metadata = {}, spec = {} }: PodTemplateSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  verdict.apply(
    POD_ANNOTATIONS,
    { metadata, spec, place: path.field('metadata', 'annotations') },
    path.field('annotations'),
  );
}

function judgePolicy(policy: string | undefined, path: FieldPath, verdict: Verdict): void {
  const hint =
    closest(policy ?? '', RESTART_POLICIES) === 'Always' ? undefined : { suggestion: 'remove restartPolicy' };
  verdict.notSupported(path, named(policy), ['Always'], hint);
}

/** Pods of all kinds but Jobs run forever. `kind` is as its server text names it. */
export const RUNS_FOR_EVER = (kind: string): Rule<PodTemplateSpec> => ({
  id: WORKLOAD_RESTART_POLICY.id,
  judge({ spec = {} }, path, verdict) {
    const place = path.field('spec');
    if (spec.restartPolicy !== 'Always') {
      judgePolicy(spec.restartPolicy, place.field('restartPolicy'), verdict);
    }
    if (spec.activeDeadlineSeconds !== undefined) {
      verdict.forbidden(
        place.field('activeDeadlineSeconds'),
        `activeDeadlineSeconds in ${kind} is not Supported`,
      );
    }
  },
});
