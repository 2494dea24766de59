import { copied } from '../../object/copied';
import { compareBytes } from '../../go/format';
import { jsonTypeOf } from '../../go/sorted-keys';
import { isMap } from '../../object/value-at';
import { Collector, type RawFinding } from '../collector';
import { coerceMetadata, moved } from '../crd/embedded-metadata';
import { unknownFields } from '../crd/prune';
import type { Schema } from '../crd/schema';
import { decode } from '../decode/decode';
import { FIELD_TYPE, UNKNOWN_FIELD } from '../decode/rules';
import type { Issue } from '../decode/issues';
import { Field } from '../field';
import { FieldPath } from '../path';
import type { ObjectMeta } from '../schema/types';
import type { CustomKind } from './custom-kind';
import { pruneNulls } from './nulls';
import { whereItBelongs } from './misplaced';

/** A custom resource as a server sees it once it is decoded. */
export interface DecodedResource {
  readonly object: { [field: string]: unknown; metadata?: ObjectMeta };
  /** In the order in which a server lists them. */
  readonly issues: readonly Issue[];
}

const METADATA = FieldPath.of('metadata');
const STRUCT = 'meta.v1.ObjectMeta';

/** unstructuredSchemaCoercer.apply, pkg/apiserver 1.30 to 1.37. */
export function decodeResource(
  manifest: object,
  { crd, schema }: CustomKind,
  minor: number,
): DecodedResource {
  const { metadata, ...rest } = copied(manifest) as { [field: string]: unknown };
  const head = metadata === undefined ? {} : decodeMetadata(metadata, minor);
  const issues = [...(head.issues ?? [])];
  if (schema) issues.push(...decodeFields(rest, schema, !crd.spec?.preserveUnknownFields, minor));
  return { object: { ...rest, metadata: head.object ?? {} }, issues };
}

function decodeMetadata(
  metadata: unknown,
  minor: number,
): { readonly object?: ObjectMeta; readonly issues?: readonly Issue[] } {
  if (metadata === null) return { object: {} };
  if (!isMap(metadata)) {
    const message = `json: cannot unmarshal ${jsonTypeOf(metadata)} into Go value of type v1.ObjectMeta`;
    return { issues: [wrongType(METADATA, message, 'use a map with name, labels and annotations')] };
  }
  const { object, issues } = decode<ObjectMeta>(metadata, STRUCT, minor);
  const set = Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
  return { object: set, issues: issues.found.map((issue) => inMetadata(issue)) };
}

function inMetadata(issue: Issue): Issue {
  const path = moved(issue.path, METADATA);
  const { meantField, message } = issue;
  return {
    ...issue,
    path,
    within: issue.within.map((each) => moved(each, METADATA)),
    meantField: meantField && moved(meantField, METADATA),
    message: issue.strict ? unknownText(path) : message,
  };
}

/** Unknown fields for which the field that was meant is sought. */
const MOST_ADVISED = 30;

/** Reports what the schema does not know, and drops it, as well as nulls. */
function decodeFields(
  object: { [field: string]: unknown },
  schema: Schema,
  prunes: boolean,
  minor: number,
): Issue[] {
  const issues: Issue[] = [];
  if (prunes) {
    const advised = unknownFields(object, schema, true).map(({ path, value, holder }, index) =>
      unknownField(path, index < MOST_ADVISED ? whereItBelongs(path, value, holder, schema) : {}),
    );
    issues.push(...inTextOrder(advised));
    pruneNulls(object, schema);
  }
  return [...issues, ...coerced(object, schema, minor)];
}

/** Embedded objects. A type that is wrong there is all that a server reports. */
function coerced(object: object, schema: Schema, minor: number): Issue[] {
  const collector = new Collector(minor);
  const unknown: Issue[] = [];
  const isWrong = coerceMetadata(object, schema, false, Field.root(collector), (path, suggestion) =>
    unknown.push(unknownField(path, { suggestion })),
  );
  if (!isWrong) return inTextOrder(unknown);
  return collector.findings.map(({ path, message }) => wrongType(path, `${path.toString()}: ${message}`));
}

/** Texts of paths in the order of their bytes. */
const inTextOrder = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => compareBytes(a.path.dotted(), b.path.dotted()));

const unknownText = (path: FieldPath) => `unknown field "${path.dotted()}"`;

const DECODE = { level: 'error', stage: 'decode', reason: 'BadRequest', within: [] } as const;

const unknownField = (path: FieldPath, advice: Pick<RawFinding, 'suggestion' | 'meantField'>): Issue => ({
  ...DECODE,
  rule: UNKNOWN_FIELD.id,
  path,
  message: unknownText(path),
  strict: true,
  ...advice,
});

const wrongType = (path: FieldPath, message: string, suggestion?: string): Issue => ({
  ...DECODE,
  rule: FIELD_TYPE.id,
  path,
  message,
  suggestion,
  strict: false,
});
