import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import { judgeAnnotations, SUBDOMAIN_NAME } from '../rules/metadata';
import { POD_ANNOTATIONS } from '../rules/pod/annotations';
import { isEmptySelector, judgeLabels, judgeLabelSelector, selects } from '../rules/labels';
import type { LabelSelector, PodTemplateSpec } from '../schema/types';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { warnOfPodSpec } from '../warnings/pod-spec';
import { defaultPodSpec } from '../defaults/pod-spec';
import type { Verdict } from '../verdict';
import type { KindRules } from './kind';
import { judgePodSpec } from './pod-spec';

/** Workloads that keep Pods of one template running: Deployment and ReplicaSet. */
export interface Replicated {
  spec?: { selector?: LabelSelector; template?: PodTemplateSpec };
}

/** The selector and the template it must take: ValidateDeploymentSpec and ValidateReplicaSetSpec, pkg/apis/apps/validation 1.36. */
export function replicated(kind: string): KindRules<Replicated> {
  const emptyText = `empty selector is invalid for ${kind}`;
  return {
    nameFormat: SUBDOMAIN_NAME,
    drop: ({ spec: { template: { spec = {}, metadata } = {} } = {} }, path, verdict) =>
      dropDisabledPodFields(spec, metadata, path.child('spec', 'template'), verdict),
    fillIn(object) {
      const template = ((object.spec ??= {}).template ??= {});
      defaultPodSpec(template.spec ??= {});
    },
    judge({ spec: { selector, template = {} } = {} }, path, verdict) {
      const spec = path.child('spec');
      const before = verdict.findings.length;
      verdict.apply(SELECTOR, { selector, emptyText }, spec.child('selector'));
      if (selector && verdict.findings.length > before && !isEmptySelector(selector)) return;
      verdict.apply(MATCH, { selector, template }, spec.child('template'));
      judgeTemplate(template, spec.child('template'), verdict);
    },
    warn: ({ spec: { template: { spec = {}, metadata } = {} } = {} }, path, verdict) => warnOfPodSpec(spec, metadata, path.child('spec', 'template'), verdict),
  };
}

/** A selector that is none hides the template from the server. */
const SELECTOR: Rule<{ readonly selector?: LabelSelector; readonly emptyText: string }> = {
  id: 'workload-selector',
  judge({ selector, emptyText }, path, verdict) {
    if (!selector) return verdict.required(path, '', SELECT_HINT);
    const before = verdict.findings.length;
    judgeLabelSelector(selector, path, verdict);
    if (isEmptySelector(selector)) verdict.invalid(path, selector, emptyText, SELECT_HINT);
    else if (verdict.findings.length > before) verdict.invalid(path, selector, 'invalid label selector', { remedy: 'mend what is said of its parts' });
  },
};

const SELECT_HINT = { remedy: 'select the labels of spec.template' };

/** No selector matches nothing; an empty one is not compared. */
const MATCH: Rule<{ readonly selector?: LabelSelector; readonly template: PodTemplateSpec }> = {
  id: 'workload-selector-match',
  judge({ selector, template: { metadata: { labels } = {} } }, path, verdict) {
    if (selector && (isEmptySelector(selector) || selects(selector, labels))) return;
    verdict.invalid(path.child('metadata', 'labels'), labels, '`selector` does not match template `labels`', {
      remedy: 'make the labels of spec.template those that spec.selector asks for',
    });
  },
};

const TEMPLATE_METADATA: Rule<PodTemplateSpec> = {
  id: 'template-metadata',
  judge({ metadata = {} }, path, verdict) {
    const place = path.child('metadata');
    judgeLabels(metadata.labels, path.child('labels'), verdict, place.child('labels'));
    judgeAnnotations(metadata.annotations, path.child('annotations'), verdict, place.child('annotations'));
  },
};

const ALWAYS: Rule<PodTemplateSpec> = {
  id: 'workload-restart-policy',
  judge({ spec = {} }, path, verdict) {
    const place = path.child('spec', 'restartPolicy');
    if (spec.restartPolicy !== 'Always') verdict.notSupported(place, spec.restartPolicy, ['Always'], { remedy: 'remove restartPolicy' });
  },
};

function judgeTemplate(template: PodTemplateSpec, path: FieldPath, verdict: Verdict): void {
  verdict.apply(TEMPLATE_METADATA, template, path);
  const { metadata = {}, spec = {} } = template;
  verdict.apply(POD_ANNOTATIONS, { metadata, spec, place: path.child('metadata', 'annotations') }, path.child('annotations'));
  judgePodSpec(template.spec ?? {}, undefined, path.child('spec'), verdict);
  verdict.apply(ALWAYS, template, path);
}
