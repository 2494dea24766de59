import { jsonTypeOf } from '../../go/sorted-keys';
import { isMap } from '../../object/value-at';
import { decode } from '../decode/decode';
import { decodeFault } from '../decode/fault';
import type { Field } from '../field';
import type { FieldPath } from '../path';
import { judgeKindName } from '../rules/kind-name';
import { METADATA_LAST } from '../rules/metadata';
import type { ObjectMeta } from '../schema/types';
import { isEmbedded, itemsOf, propertyOf, type Schema, valuesOf } from './schema';
import { shownValue } from './shown-value';

/*
 * Objects inside of others: x-kubernetes-embedded-resource (pkg/apiserver/schema/objectmeta, apiextensions
 * 1.30 to 1.37).
 */

interface Fields {
  [name: string]: unknown;
}

/**
 * Calls a function for each object with metadata in a value, until it returns true; returns whether it did.
 */
function someResource(
  value: unknown,
  schema: Schema | undefined,
  isResource: boolean,
  at: Field,
  ask: (resource: Fields, at: Field) => boolean,
): boolean {
  if (!schema) return false;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return value.some((item, index) => someResource(item, items, isEmbedded(items), at.index(index), ask));
  }
  if (!isMap(value)) return false;
  if (isResource && ask(value as Fields, at)) return true;
  return Object.keys(value).some((name) => {
    const property = propertyOf(schema, name);
    const inner = property ?? valuesOf(schema);
    const place = property ? at.field(name) : at.key(name);
    return someResource(value[name], inner, isEmbedded(inner), place, ask);
  });
}

/**
 * Reduces the metadata of all such objects to what a server knows; reports the first that has wrong types,
 * and returns whether there is one (Coerce).
 */
export const coerceMetadata = (
  value: unknown,
  schema: Schema,
  isResource: boolean,
  at: Field,
  onUnknown?: OnUnknown,
): boolean =>
  someResource(value, schema, isResource, at, (resource, place) => coerce(resource, place, onUnknown));

/** Called for a field that metadata does not have. */
type OnUnknown = (path: FieldPath, suggestion: string | undefined) => void;

function coerce(resource: Fields, at: Field, onUnknown?: OnUnknown): boolean {
  for (const name of ['apiVersion', 'kind']) {
    const value = resource[name];
    if (!Object.hasOwn(resource, name) || typeof value === 'string') continue;
    at.field(name).invalid(shownValue(value), 'must be a string');
    return true;
  }
  if (!Object.hasOwn(resource, 'metadata')) return false;
  const { metadata } = resource;
  const problem = coerceOne(resource, at, onUnknown);
  if (problem !== undefined) at.field('metadata').invalid(shownValue(metadata), problem);
  return problem !== undefined;
}

const STRUCT = 'meta.v1.ObjectMeta';

/** Returns what is wrong with the metadata. */
function coerceOne(resource: Fields, at: Field, onUnknown?: OnUnknown): string | undefined {
  const { metadata } = resource;
  if (metadata === null) {
    resource.metadata = {};
    return undefined;
  }
  if (!isMap(metadata)) {
    return `json: cannot unmarshal ${jsonTypeOf(metadata)} into Go value of type v1.ObjectMeta`;
  }
  const { object, issues } = decode<ObjectMeta>(metadata, STRUCT, at.minor);
  const fault = decodeFault(issues.found.filter(({ strict }) => !strict));
  if (fault === undefined) {
    for (const { path, suggestion } of issues.found) {
      onUnknown?.(moved(path, at.field('metadata')), suggestion);
    }
    resource.metadata = Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
  }
  return fault;
}

/** A path of metadata in the object that has it. */
export const moved = <Path extends FieldPath>(path: FieldPath, metadata: Path): Path =>
  path
    .segments()
    .reduce<Path>(
      (place, step) => (typeof step === 'number' ? place.index(step) : place.field(step)),
      metadata,
    );

/** Judges apiVersion, kind and metadata of all such objects (Validate). */
export function judgeMetadata(value: unknown, schema: Schema, isResource: boolean, at: Field): void {
  someResource(value, schema, isResource, at, (resource, place) => {
    judgeResource(resource, place);
    return false;
  });
}

function judgeResource({ apiVersion, kind, metadata }: Fields, at: Field): void {
  const needed = at.minor >= 34 ? '' : 'must not be empty';
  if (apiVersion === undefined) at.field('apiVersion').required(needed);
  else judgeApiVersion(apiVersion as string, at.field('apiVersion'));
  if (kind === undefined) at.field('kind').required(needed);
  else if (kind) judgeKindName(kind as string, at.field('kind'));
  else at.field('kind').invalid(kind, 'must not be empty');
  if (metadata !== undefined) judgeObjectMeta(metadata as ObjectMeta, at.field('metadata'));
}

function judgeApiVersion(apiVersion: string, at: Field): void {
  if (!apiVersion) {
    at.invalid(apiVersion, 'must not be empty');
  } else if (apiVersion.split('/').length > 2) {
    at.invalid(apiVersion, `unexpected GroupVersion string: ${apiVersion}`);
  }
}

const EMBEDDED = { apiVersion: '', kind: '' };

/** A name may be missing. */
function judgeObjectMeta(metadata: ObjectMeta, at: Field): void {
  const named = { ...metadata, name: metadata.name || 'fakename' };
  const namespaced = Boolean(metadata.namespace);
  METADATA_LAST.judge({ object: { metadata: named }, metadata: named, strategy: EMBEDDED, namespaced }, at);
}
