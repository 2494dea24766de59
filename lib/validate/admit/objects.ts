import type { FindingPosition } from '../finding';

/** What the manifests of a run decide about its other manifests. Plain data: it crosses threads. */
export interface Admission {
  readonly objects: readonly AdmissionObject[];
  /** What the quotas among the objects refuse, once the whole run is known. */
  readonly refusals?: QuotaRefusals;
  /** Namespaces and parameters that policies among the objects refer to, once the whole run is known. */
  readonly others?: readonly object[];
  /** What webhooks and mutating policies among the objects are asked about, by their kinds and names. */
  readonly hooks?: ReadonlyMap<string, HookMatches>;
  /** The former state of what is judged, if that is an update. */
  readonly former?: object;
}

/** A LimitRange, a ResourceQuota, a policy, or another object that a server asks before it admits others. */
export interface AdmissionObject {
  readonly manifest: object;
  readonly places?: ObjectPlaces;
}

/** Where a manifest was read from. */
export interface ObjectPlaces {
  readonly file?: string;
  /** Lines and columns of its fields by their paths; that of the manifest itself has the empty path. */
  readonly fields: { readonly [path: string]: Pick<FindingPosition, 'line' | 'column'> };
}

/** Manifests that a webhook configuration or a mutating policy matches. */
export interface HookMatches {
  readonly count: number;
  /** Kind, namespace and name of the first one. */
  readonly first: string;
}

/** What quotas refuse, by minor and by the key of the manifest. */
export type QuotaRefusals = ReadonlyMap<number, ReadonlyMap<string, readonly QuotaRefusal[]>>;

/** One refusal by a quota. */
export interface QuotaRefusal {
  readonly quota: string;
  /** Resource of `spec.hard` that is exceeded, or that every container must set. */
  readonly resource: string;
  /** Server's text after `is forbidden: `. */
  readonly text: string;
  /** Name of the first container that does not set the resource, if that is why. */
  readonly container?: string;
  /** What the refusal is about, if not the manifest itself. */
  readonly made?: MadeObjects;
}

/** Objects that controllers make of a manifest. */
export interface MadeObjects {
  readonly what: 'Pod' | 'PersistentVolumeClaim';
  readonly refused: number;
  readonly wanted: number;
}

/** Kinds of objects that a server asks, by the beginning of their `apiVersion kind`. */
const KINDS: readonly string[] = [
  'LimitRange',
  'ResourceQuota',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'MutatingAdmissionPolicy',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'PriorityClass',
];

/** Whether manifests of a kind decide about others. */
export const isAdmissionKind = (kind: string) => KINDS.includes(kind);

/** Part of every text with such an object. */
export const ADMISSION_MARKS: readonly string[] = [
  'LimitRange',
  'ResourceQuota',
  'AdmissionPolicy',
  'WebhookConfiguration',
  'PriorityClass',
];

/**
 * The objects among manifests that decide about others; undefined if there are none.
 *
 * @param placesOf where a manifest was read from, by its index
 */
export function admissionAmong(
  manifests: readonly unknown[],
  placesOf?: (index: number) => ObjectPlaces,
): Admission | undefined {
  let objects: AdmissionObject[] | undefined;
  manifests.forEach((manifest, index) => {
    const kind = (manifest as { readonly kind?: unknown } | null | undefined)?.kind;
    if (typeof kind !== 'string' || !isAdmissionKind(kind)) return;
    (objects ??= []).push({ manifest: manifest as object, places: placesOf?.(index) });
  });
  return objects && { objects };
}

/** The objects of several parts of a run together. */
export function joinedAdmission(parts: readonly (Admission | undefined)[]): Admission | undefined {
  const objects = parts.flatMap((part) => part?.objects ?? []);
  return objects.length ? { objects } : undefined;
}
