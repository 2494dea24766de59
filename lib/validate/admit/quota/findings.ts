import type { RawFinding } from '../../collector';
import type { AnyObject } from '../../kinds/strategy';
import { FieldPath } from '../../path';
import { podPlace } from '../../pod-templates';
import type { Kind } from '../../schema/schema';
import type { ResourceQuota } from '../../schema/types';
import { knownIn, namespaceOf } from '../known-objects';
import type { Admission, MadeObjects, QuotaRefusal } from '../objects';
import { refusal } from '../refusal';
import { QUOTA_EXCEEDED, QUOTA_NEEDS_RESOURCES } from '../rules';
import { manifestKey } from './manifest-key';

interface QuotaContext {
  readonly admission: Admission;
  readonly minor: number;
}

/** What the quotas of a run refuse of a manifest, as it was found when the run was counted. */
export function quotaFindings(
  object: AnyObject,
  kind: Kind,
  { admission, minor }: QuotaContext,
): RawFinding[] {
  const refusals = admission.refusals?.get(minor);
  if (!refusals?.size) return [];
  const found = refusals.get(manifestKey(object, kind)) ?? [];
  const quotas = found.length
    ? knownIn<ResourceQuota>(admission, 'v1 ResourceQuota', minor, namespaceOf(object))
    : [];
  return found.flatMap((one) => {
    const quota = quotas.find(({ object: { metadata } }) => metadata?.name === one.quota);
    return quota ? [findingOf(one, object, kind, quota)] : [];
  });
}

function findingOf(
  found: QuotaRefusal,
  object: AnyObject,
  kind: Kind,
  by: { readonly manifest: object },
): RawFinding {
  const isMissing = found.container !== undefined;
  const finding = refusal({
    rule: isMissing ? QUOTA_NEEDS_RESOURCES : QUOTA_EXCEEDED,
    path: isMissing ? containerPath(found, object, kind) : FieldPath.ROOT,
    text: found.text,
    suggestion: isMissing
      ? 'set it in each of these containers, or add a LimitRange with a default for it'
      : 'raise the quota, or use less',
    by,
    at: FieldPath.ROOT.field('spec', 'hard').key(found.resource),
  });
  return found.made ? ofMade(finding, found.made) : finding;
}

/** Where the first container that lacks a resource would set it. */
function containerPath({ resource, container }: QuotaRefusal, object: AnyObject, kind: Kind): FieldPath {
  const place = podPlace(`${kind.apiVersion} ${kind.kind}`, object)!;
  const spec = place.template.spec ?? {};
  const list = spec.containers?.some(({ name }) => name === container) ? 'containers' : 'initContainers';
  const index = (spec[list] ?? []).findIndex(({ name }) => name === container);
  const [field, own] = resource.includes('.') ? resource.split('.') : ['requests', resource];
  return place.path.field('spec', list).index(index).field('resources', field).key(own);
}

function ofMade(finding: RawFinding, { what, refused, wanted }: MadeObjects): RawFinding {
  const which = refused === wanted ? `its ${what}s` : `${refused} of its ${wanted} ${what}s`;
  return {
    ...finding,
    message: `${which} will be forbidden: ${finding.message}`,
    suggestion: `${finding.suggestion}; the API server accepts the workload, but rejects ${which}`,
    reason: undefined,
    late: undefined,
    together: undefined,
  };
}
