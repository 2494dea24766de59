import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import { judgeAnnotations, SUBDOMAIN_NAME } from '../rules/metadata';
import { isEmptySelector, judgeLabels, judgeLabelSelector, selects } from '../rules/labels';
import type { LabelSelector, PodTemplateSpec } from '../schema/types';
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
    fillIn(object) {
      const template = ((object.spec ??= {}).template ??= {});
      defaultPodSpec(template.spec ??= {});
    },
    judge({ spec: { selector, template = {} } = {} }, path, verdict) {
      const spec = path.child('spec');
      verdict.apply(SELECTOR, { selector, template, emptyText }, spec);
      judgeTemplate(template, spec.child('template'), verdict);
    },
  };
}

const SELECTOR: Rule<{ readonly selector?: LabelSelector; readonly template: PodTemplateSpec; readonly emptyText: string }> = {
  id: 'workload-selector',
  judge({ selector, template, emptyText }, path, verdict) {
    const place = path.child('selector');
    if (!selector) return verdict.required(place, '', { remedy: 'select the labels of spec.template' });
    judgeLabelSelector(selector, place, verdict);
    const labels = template.metadata?.labels;
    if (isEmptySelector(selector)) verdict.invalid(place, selector, emptyText, { remedy: 'select the labels of spec.template' });
    else if (!selects(selector, labels)) {
      verdict.invalid(path.child('template', 'metadata', 'labels'), labels, '`selector` does not match template `labels`', { remedy: 'make the labels of spec.template those that spec.selector asks for' });
    }
  },
};

const TEMPLATE_METADATA: Rule<PodTemplateSpec> = {
  id: 'template-metadata',
  judge({ metadata = {} }, path, verdict) {
    judgeLabels(metadata.labels, path.child('labels'), verdict);
    judgeAnnotations(metadata.annotations, path.child('annotations'), verdict);
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
  judgePodSpec(template.spec ?? {}, undefined, path.child('spec'), verdict);
  verdict.apply(ALWAYS, template, path);
}
