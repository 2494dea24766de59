import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { ObjectMeta, OwnerReference } from '../schema/types';
import type { Verdict } from '../verdict';
import { asPrefix, dnsLabel, dnsSubdomain } from '../vocabulary/dns';
import { qualifiedName } from '../vocabulary/labels';
import { byteLength } from '../vocabulary/messages';
import { judgeLabels } from './labels';

/** What a kind asks of its name. */
export type NameFormat = (name: string) => readonly string[];

export interface MetadataSubject {
  readonly metadata: ObjectMeta;
  readonly namespaced: boolean;
  readonly nameFormat: NameFormat;
  /** Whether the server makes a name where there is none. */
  readonly nameless: boolean;
}

/** Names and the like of every object: ValidateObjectMetaAccessor, apimachinery 1.36. Most strategies set generation themselves. */
export const METADATA: Rule<MetadataSubject> = {
  id: 'metadata',
  judge({ metadata, namespaced, nameFormat, nameless }, path, verdict) {
    if (!nameless || effectiveName(metadata)) judgeName(metadata, nameFormat, path, verdict);
    if (namespaced && metadata.namespace) judgeNamespace(metadata.namespace, path.child('namespace'), verdict);
    judgeLabels(metadata.labels, path.child('labels'), verdict);
    judgeAnnotations(metadata.annotations, path.child('annotations'), verdict);
    judgeOwners(distinct(metadata.ownerReferences ?? []), path.child('ownerReferences'), verdict);
    judgeFinalizers(metadata.finalizers ?? [], path.child('finalizers'), verdict);
  },
};

const GENERATED = 'xxxxx';
const GENERATED_LIMIT = 63 - GENERATED.length;

/** The name, or what the server makes of generateName, but for its five random characters. */
export const effectiveName = ({ name, generateName }: ObjectMeta) => name || (generateName ? `${generateName.slice(0, GENERATED_LIMIT)}${GENERATED}` : '');

function judgeName(metadata: ObjectMeta, format: NameFormat, path: FieldPath, verdict: Verdict): void {
  const { generateName } = metadata;
  const name = effectiveName(metadata);
  if (generateName) verdict.invalidEach(path.child('generateName'), generateName, format(asPrefix(generateName)));
  if (!name) verdict.required(path.child('name'), 'name or generateName is required', { remedy: 'set metadata.name' });
  else verdict.invalidEach(path.child('name'), name, format(name), { remedy: suggestName(name, format) });
}

/** The same name with what is not allowed replaced, where that is enough. */
function suggestName(name: string, format: NameFormat): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return plain && format(plain).length === 0 ? `rename it, for example to "${plain}"` : undefined;
}

/** Judged of namespaced kinds only: of others a server drops the namespace. */
function judgeNamespace(namespace: string, path: FieldPath, verdict: Verdict): void {
  verdict.invalidEach(path, namespace, dnsLabel(namespace), { remedy: suggestName(namespace, dnsLabel) });
}

const ANNOTATION_LIMIT = 256 * 1024;

/** ValidateAnnotations, apimachinery 1.36. */
export function judgeAnnotations(annotations: ObjectMeta['annotations'], path: FieldPath, verdict: Verdict, place = path): void {
  let size = 0;
  for (const key in annotations) {
    verdict.invalidEach(path, key, qualifiedName(key.toLowerCase(), verdict.minor), { at: place.key(key), remedy: `rename the annotation "${key}"` });
    size += byteLength(key) + byteLength(annotations[key]);
  }
  if (size > ANNOTATION_LIMIT) verdict.tooLong(path, ANNOTATION_LIMIT, { remedy: `shorten the annotations: they have ${size} bytes` });
}

/** A server drops repetitions first (dedupOwnerReferences, apiserver endpoints/handlers 1.36). */
function distinct(owners: readonly OwnerReference[]): readonly OwnerReference[] {
  const text = ({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference) =>
    JSON.stringify([apiVersion, kind, name, uid, controller, blockOwnerDeletion]);
  return owners.filter((owner, index) => owners.findIndex((other) => text(other) === text(owner)) === index);
}

function judgeOwners(owners: readonly OwnerReference[], path: FieldPath, verdict: Verdict): void {
  let controller: string | undefined;
  owners.forEach((owner, index) => {
    judgeOwner(owner, path, path.index(index), verdict);
    if (!owner.controller) return;
    const name = `${owner.kind}/${owner.name}`;
    if (controller) verdict.invalid(path, owners, `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`);
    else controller = name;
  });
}

function judgeOwner(owner: OwnerReference, path: FieldPath, at: FieldPath, verdict: Verdict): void {
  const word = (field: string) => (verdict.minor >= 34 ? 'must not be empty' : `${field} must not be empty`);
  const parts = (owner.apiVersion ?? '').split('/');
  if (!parts.at(-1) || parts.length > 2) verdict.invalid(path.child('apiVersion'), owner.apiVersion ?? '', 'version must not be empty', { at: at.child('apiVersion') });
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (!owner[field]) verdict.invalid(path.child(field), '', word(field), { at: at.child(field) });
  }
  if (owner.apiVersion === 'v1' && owner.kind === 'Event') verdict.invalid(path, owner, '/v1, Kind=Event is disallowed from being an owner', { at });
}

function judgeFinalizers(finalizers: readonly string[], path: FieldPath, verdict: Verdict): void {
  finalizers.forEach((finalizer, index) => verdict.invalidEach(path, finalizer, qualifiedName(finalizer, verdict.minor), { at: path.index(index) }));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    verdict.invalid(path, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set');
  }
}

/** NameIsDNSSubdomain: what most kinds ask of a name. */
export const SUBDOMAIN_NAME: NameFormat = (name) => dnsSubdomain(name);
/** What every name must be at least: IsValidPathSegmentName, apimachinery api/validate/content 1.36. */
export const PATH_SEGMENT_NAME: NameFormat = (name) => {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((character) => name.includes(character)).map((character) => `may not contain '${character}'`);
};
