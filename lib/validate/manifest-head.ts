import { closest } from './closest';
import type { FindingResource } from './finding';
import { isNotString, type NotString, useString } from './decode/quote-it';
import { quote } from '../go/format';
import { FieldPath } from './path';
import { MANIFEST_KIND, MANIFEST_OBJECT } from './reading';
import type { RuleRecord } from './rule';
import type { RawFinding } from './collector';

/** What says of which kind a manifest is. */
export interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

/** kubectl's message for a manifest that it does not send. */
export function headProblem(manifest: unknown): RawFinding | undefined {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    return head(
      MANIFEST_OBJECT,
      FieldPath.ROOT,
      'invalid object to validate',
      'use a map with apiVersion, kind and metadata',
    );
  }
  for (const field of ['apiVersion', 'kind'] as const) {
    const value = (manifest as Partial<Head>)[field];
    const path = FieldPath.of(field);
    if (value === undefined || value === null || value === '') {
      return notSet(manifest, field);
    }
    if (typeof value !== 'string') {
      return head(
        MANIFEST_KIND,
        path,
        `${field} isn't string type`,
        isNotString(value) ? useString(value) : 'use a string',
        isNotString(value) ? value : undefined,
      );
    }
  }
  return undefined;
}

/** A field that is missing, or misspelled: then it is shown where it is. */
function notSet(manifest: object, field: 'apiVersion' | 'kind'): RawFinding {
  const path = FieldPath.of(field);
  const message = `${field} not set`;
  const key = Object.keys(manifest).find((name) => name !== field && closest(name, HEAD_FIELDS) === field);
  if (key === undefined || field in manifest) return head(MANIFEST_KIND, path, message, `add ${field}`);
  const suggestion = `rename ${quote(key)}: did you mean "${field}"?`;
  return { ...head(MANIFEST_KIND, path, message, suggestion), at: FieldPath.of(key) };
}

const HEAD_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

const head = (
  rule: RuleRecord,
  path: FieldPath,
  message: string,
  suggestion: string,
  notString?: NotString,
): RawFinding => ({
  rule: rule.id,
  level: 'error',
  stage: 'read',
  path,
  message,
  suggestion,
  notString,
  meant: notString === undefined ? undefined : String(notString),
  reason: 'Client',
});

function defined({ apiVersion, kind, namespace, name }: FindingResource): FindingResource {
  const resource: { -readonly [field in keyof FindingResource]: FindingResource[field] } = {};
  if (apiVersion !== undefined) resource.apiVersion = apiVersion;
  if (kind !== undefined) resource.kind = kind;
  if (namespace !== undefined) resource.namespace = namespace;
  if (name !== undefined) resource.name = name;
  return resource;
}

export function resourceOf(manifest: unknown): FindingResource {
  const { apiVersion, kind, metadata } = (manifest ?? {}) as { readonly [field: string]: unknown };
  const { name, generateName, namespace } = (metadata ?? {}) as { readonly [field: string]: unknown };
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  const generated = text(generateName);
  return defined({
    apiVersion: text(apiVersion),
    kind: text(kind),
    namespace: text(namespace),
    name: text(name) ?? (generated && `${generated}*`),
  });
}
