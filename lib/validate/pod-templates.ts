import { FieldPath } from './path';
import type { PodTemplateSpec } from './schema/types';

/**
 * The way to the template of each kind that has one; a Pod is its own (ExtractPodSpec, pod-security-admission
 * admission/admission.go 1.36).
 */
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

/** Kinds of Kubernetes that hold a Pod. */
export const podKinds = () => Object.keys(TEMPLATES).map((kind) => kind.split(' ')[1]);

/** Where a manifest holds a Pod. */
export interface PodPlace {
  /** What has `metadata` and `spec`. */
  readonly template: PodTemplateSpec;
  readonly path: FieldPath;
  /** What holds the template, such as a Job's spec; undefined for a Pod. */
  readonly owner?: object;
}

/** The Pod in a manifest, undefined where there is none. `kind` is `apiVersion kind`. */
export function podPlace(kind: string, object: object): PodPlace | undefined {
  const way = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;
  if (!way) return undefined;
  let template: object | undefined = object;
  let owner: object | undefined;
  for (const field of way) {
    owner = template;
    template = (template as { readonly [field: string]: object | undefined })[field];
    if (!template) return undefined;
  }
  return { template, owner, path: way.length ? FieldPath.ROOT.child(...way) : FieldPath.ROOT };
}
