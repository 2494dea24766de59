import { FieldPath } from '../path';
import type { PodTemplateSpec } from '../schema/types';
import { podSubject, type PodSubject } from './pod-subject';

/** The way to the template of each kind that has one (ExtractPodSpec, pod-security-admission admission/admission.go 1.36). */
const TEMPLATES: { readonly [kind: string]: readonly string[] } = {
  'v1 Pod': [],
  'v1 PodTemplate': ['template'],
  'v1 ReplicationController': ['spec', 'template'],
  'apps/v1 ReplicaSet': ['spec', 'template'],
  'apps/v1 Deployment': ['spec', 'template'],
  'apps/v1 StatefulSet': ['spec', 'template'],
  'apps/v1 DaemonSet': ['spec', 'template'],
  'batch/v1 Job': ['spec', 'template'],
  'batch/v1 CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

export const isPodKind = (kind: string) => kind === 'v1 Pod';

/** What Pod Security looks at in a manifest. `kind` is `apiVersion kind`; undefined where there are no Pods in it. */
export function subjectOf(kind: string, object: object): PodSubject | undefined {
  const way = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;
  const template = way?.reduce<object | undefined>((value, field) => (value as { readonly [field: string]: object | undefined } | undefined)?.[field], object);
  if (!way || !template) return undefined;
  const { metadata, spec } = template as PodTemplateSpec;
  return podSubject(metadata, spec, way.length ? FieldPath.ROOT.child(...way) : FieldPath.ROOT, isPodKind(kind));
}
