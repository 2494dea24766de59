import type { Field } from '../field';
import { GoValue } from '../../go/format';
import { apiStruct, list, listOf, named, pointer } from '../../go/value';
import type { AnyObject, Strategy } from '../kinds/strategy';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta, OwnerReference } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';
import { qualifiedName } from '../../apimachinery/labels';
import { byteLength } from '../../apimachinery/messages';
import { COUNT } from './counts';
import { judgeLabels } from './labels';
import { ALL_NAMES, type NameFormat, type NameRules, SUBDOMAIN_NAMES } from './names';
import { judgeNameFormat, plainName, renamed, withHyphens } from './renaming';

export interface MetadataSubject {
  readonly object: AnyObject;
  readonly metadata: ObjectMeta;
  readonly strategy: Strategy;
  readonly namespaced: boolean;
}

/** Names and the like of every object: ValidateObjectMeta, pkg/apis/core/validation and apimachinery 1.36. */
export const METADATA = defineRule<Rule<MetadataSubject>>({
  id: 'metadata',
  stage: 'judge',
  mistake: 'a name, namespace, label, annotation, finalizer or owner that is missing or malformed',
  suggestion: 'fix the part in the message',
  judge(subject, at) {
    const names = namesOf(subject, at.minor);
    if (names.last) return;
    judgeMetadata(subject, names, at);
    if (!subject.strategy.genericMetadata) {
      judgeKubeFinalizers(subject.metadata.finalizers ?? [], at.field('finalizers'));
    }
  },
});

/**
 * What a server looks at once more, or for the first time, when it has found nothing else: rest.BeforeCreate,
 * apiserver 1.36. Most kinds have asked for more before.
 */
export const METADATA_LAST: Rule<MetadataSubject> = {
  id: METADATA.id,
  judge(subject, at) {
    if (!namesOf(subject, at.minor).ignored) judgeMetadata(subject, ALL_NAMES, at);
  },
};

const namesOf = ({ strategy, object }: MetadataSubject, minor: number) =>
  strategy.names?.(minor, object) ?? SUBDOMAIN_NAMES;

/** Whether a server gives the kind its generation itself, before it judges it. */
export const setsGeneration = ({ generationSince = Infinity }: Strategy, minor: number) =>
  minor >= generationSince;

/**
 * ValidateObjectMetaAccessor, apimachinery 1.36. A server drops what is given for managedFields, selfLink and
 * the like.
 */
function judgeMetadata(subject: MetadataSubject, names: NameRules, at: Field): void {
  const { metadata, strategy, namespaced } = subject;
  const { optional } = namesOf(subject, at.minor);
  if (!optional || effectiveName(metadata)) judgeName(metadata, names, at);
  // Of other kinds a server drops the namespace.
  if (namespaced && metadata.namespace) {
    judgeNameFormat(metadata.namespace, dnsLabel, at.field('namespace'));
  }
  if (!setsGeneration(strategy, at.minor)) {
    at.field('generation').apply(COUNT, metadata.generation);
  }
  judgeLabels(metadata.labels, at.field('labels'));
  judgeAnnotations(metadata.annotations, at.field('annotations'));
  judgeOwners(distinctOwners(metadata.ownerReferences ?? []), at.field('ownerReferences'));
  judgeFinalizers(metadata.finalizers ?? [], at.field('finalizers'));
}

const GENERATED = 'xxxxx';

const LONGEST_BASE = 58;

/**
 * The name, or what the server makes of generateName, but for its five random characters
 * (names.SimpleNameGenerator, apiserver 1.36).
 */
export const effectiveName = ({ name, generateName }: ObjectMeta) =>
  name || (generateName ? `${firstBytes(generateName, LONGEST_BASE)}${GENERATED}` : '');

const firstBytes = (text: string, count: number) =>
  byteLength(text) > count ? Buffer.from(text).subarray(0, count).toString() : text;

function judgeName(metadata: ObjectMeta, rules: NameRules, at: Field): void {
  const { name, generateName } = metadata;
  if (generateName) judgeGenerateName(metadata, rules, at);
  if (name) {
    judgeNameFormat(name, rules.format, at.field('name'));
  } else if (!generateName) {
    at.field('name').required('name or generateName is required', { suggestion: 'set metadata.name' });
  }
}

/** Judges generateName, and the name that is made of it, which is shown there, too. */
function judgeGenerateName(metadata: ObjectMeta, rules: NameRules, at: Field): void {
  const { format, prefix: ofPrefix, generateName: judged, verbatim } = rules;
  const { name, generateName = '' } = metadata;
  const prefix = at.field('generateName');
  const hint = renamed(plainPrefix(generateName, format));
  const faulty =
    judged && prefix.reports(() => prefix.invalidEach(generateName, ofPrefix(generateName), hint));
  if (name) return;
  const made = verbatim ? generateName : effectiveName(metadata);
  if (faulty) at.field('name').invalidEach(made, format(made), { ...hint, follows: [prefix] });
  else at.field('name').shownAt(prefix).invalidEach(made, format(made), hint);
}

/** The same for a generateName, which may end in a hyphen. */
function plainPrefix(text: string, format: NameFormat): string | undefined {
  const start = plainName(text, format);
  if (start === undefined) return undefined;
  const prefix = withHyphens(text).endsWith('-') ? `${start}-` : start;
  return format(`${firstBytes(prefix, LONGEST_BASE)}${GENERATED}`).length === 0 ? prefix : undefined;
}

const ANNOTATION_LIMIT = 256 * 1024;

/** ValidateAnnotations, apimachinery 1.36. */
export function judgeAnnotations(annotations: ObjectMeta['annotations'], at: Field): void {
  for (const key in annotations) {
    const messages = qualifiedName(key.toLowerCase(), at.minor);
    if (messages.length) {
      at.shownAt(at.key(key)).invalidEach(key, messages, { suggestion: `rename the annotation "${key}"` });
    }
  }
  judgeAnnotationSize(annotations, at);
}

/** ValidateAnnotationsSize, apimachinery 1.36. */
export function judgeAnnotationSize(annotations: ObjectMeta['annotations'], at: Field): void {
  let size = 0;
  for (const key in annotations) size += byteLength(key) + byteLength(annotations[key]);
  if (size > ANNOTATION_LIMIT) {
    at.tooLong(ANNOTATION_LIMIT, {
      suggestion: `shorten the annotations: they total ${size} bytes`,
    });
  }
}

/** A server drops repetitions first (dedupOwnerReferences, apiserver endpoints/handlers 1.36). */
export function distinctOwners(owners: readonly OwnerReference[]): readonly OwnerReference[] {
  if (owners.length < 2) return owners;
  const seen = new Set<string>();
  return owners.filter((owner) => seen.size < seen.add(JSON.stringify(shownOwner(owner).value)).size);
}

/**
 * A server shows all owners with each surplus controller, and answers no more where that is far more than
 * these characters.
 */
const MAX_SHOWN = 16 * 2 ** 20;

function judgeOwners(owners: readonly OwnerReference[], at: Field): void {
  let controller: string | undefined;
  let shown: GoValue | undefined;
  let told = 0;
  owners.forEach((owner, index) => {
    const place = at.index(index);
    if (at.minor >= 37) judgeOwner(owner, place);
    else judgeOwnerBefore(owner, at.shownAt(place));
    if (!owner.controller) return;
    const name = `${owner.kind ?? ''}/${owner.name ?? ''}`;
    const text = 'Only one reference can have Controller set to true. Found "true" in references for';
    if (controller && told < MAX_SHOWN) {
      shown ??= listOf(owners.map(shownOwner), 'v1.OwnerReference');
      at.invalid(shown, `${text} ${controller} and ${name}`);
      told += shown.syntax.length;
    }
    controller ??= name;
  });
}

/** validateOwnerReference, 1.37. */
function judgeOwner(owner: OwnerReference, at: Field): void {
  const { apiVersion = '' } = owner;
  const parts = apiVersion.split('/');
  if (apiVersion && (!parts.at(-1) || parts.length > 2)) {
    at.field('apiVersion').invalid(apiVersion, 'must be <group>/<version> or <version>');
  }
  for (const field of ['apiVersion', 'kind', 'name', 'uid'] as const) {
    if (!owner[field]) at.field(field).required('must not be empty');
  }
  judgeBanned(owner, at);
}

/** The same, 1.30 to 1.36. */
function judgeOwnerBefore(owner: OwnerReference, at: Field): void {
  const word = (field: string) => (at.minor >= 34 ? 'must not be empty' : `${field} must not be empty`);
  const { apiVersion = '' } = owner;
  const parts = apiVersion.split('/');
  if (!parts.at(-1) || parts.length > 2) {
    at.field('apiVersion').invalid(apiVersion, 'version must not be empty');
  }
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (!owner[field]) at.field(field).invalid('', word(field));
  }
  judgeBanned(owner, at);
}

function judgeBanned(owner: OwnerReference, at: Field): void {
  const { apiVersion, kind } = owner;
  if (kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1')) {
    at.invalid(shownOwner(owner), '/v1, Kind=Event is disallowed from being an owner');
  }
}

/** An owner reference as a server shows it. */
export function shownOwner({
  apiVersion = '',
  kind = '',
  name = '',
  uid = '',
  controller,
  blockOwnerDeletion,
}: OwnerReference): GoValue {
  const bool = (value: boolean | undefined) =>
    pointer(value === undefined ? undefined : new GoValue(value, String(value)), 'bool');
  return apiStruct(
    'v1.OwnerReference',
    {
      APIVersion: named(apiVersion),
      Kind: named(kind),
      Name: named(name),
      UID: named(uid),
      Controller: bool(controller),
      BlockOwnerDeletion: bool(blockOwnerDeletion),
    },
    { apiVersion, kind, name, uid, controller, blockOwnerDeletion },
  );
}

/** ValidateFinalizers, 1.36. */
function judgeFinalizers(finalizers: readonly string[], at: Field): void {
  finalizers.forEach((finalizer, index) => judgeFinalizerFormat(finalizer, at.shownAt(at.index(index))));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    at.invalid(list(finalizers, 'string'), 'finalizer orphan and foregroundDeletion cannot be both set', {
      suggestion: 'keep one of them',
    });
  }
}

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

function judgeKubeFinalizers(finalizers: readonly string[], at: Field): void {
  finalizers.forEach((finalizer, index) => judgeKubeFinalizer(finalizer, at.index(index)));
}

/** validateKubeFinalizerName, pkg/apis/core/validation 1.36. */
function judgeKubeFinalizer(finalizer: string, at: Field): void {
  if (finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer)) return;
  at.invalid(finalizer, 'name is neither a standard finalizer name nor is it fully qualified', {
    suggestion: 'prefix it with your own domain, such as "example.com/cleanup"',
  });
}

/** ValidateFinalizerName, apimachinery 1.36. */
function judgeFinalizerFormat(finalizer: string, at: Field): void {
  at.invalidEach(finalizer, qualifiedName(finalizer, at.minor));
}

/** validateFinalizerName, pkg/apis/core/validation 1.36: finalizers that are named as one field. */
export function judgeFinalizerNames(finalizers: readonly string[], at: Field): void {
  finalizers.forEach((finalizer, index) => {
    const place = at.shownAt(at.index(index));
    judgeFinalizerFormat(finalizer, place);
    judgeKubeFinalizer(finalizer, place);
  });
}
