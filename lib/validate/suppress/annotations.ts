import { FieldPath } from '../path';
import type { Suppression } from './suppression';

/** What annotations begin with that suppress findings; the id of a rule follows. */
export const ANNOTATION_PREFIX = 'ignore.pod-patterns/';

/** Ways to what has metadata of its own: the manifest, and the templates in it. */
const HOLDERS: readonly (readonly string[])[] = [
  [],
  ['template'],
  ['spec', 'template'],
  ['spec', 'jobTemplate'],
  ['spec', 'jobTemplate', 'spec', 'template'],
];

/** Whether a manifest has such an annotation. */
export const suppresses = (manifest: unknown) =>
  HOLDERS.some((way) => Object.keys(annotationsAt(manifest, way)).some(isSuppression));

/**
 * The suppressions by annotations: those of the manifest count for all of it, those of a template for the
 * template.
 */
export const annotationSuppressions = (manifest: unknown): Suppression[] =>
  HOLDERS.flatMap((way) =>
    Object.entries(annotationsAt(manifest, way))
      .filter(([key]) => isSuppression(key))
      .map(([key, value]) => suppression(way, key, value)),
  );

/** Annotations that are meant to be one. */
const MISSPELT = /^(?:ignore[./-]?pod-patterns?|pod-patterns?[./-]ignore)(?:$|[./-])/;

const isSuppression = (annotation: string) =>
  annotation.startsWith(ANNOTATION_PREFIX) || (annotation.includes('ignore') && MISSPELT.test(annotation));

function suppression(way: readonly string[], key: string, value: unknown): Suppression {
  const isMisspelt = !key.startsWith(ANNOTATION_PREFIX);
  return {
    rule: isMisspelt ? '' : key.slice(ANNOTATION_PREFIX.length),
    ...(isMisspelt ? { fault: `unknown annotation ${JSON.stringify(key)}` } : {}),
    ...(typeof value === 'string' && value.trim() ? { reason: value.trim() } : {}),
    path: FieldPath.ROOT.field(...way, 'metadata', 'annotations').key(key),
    form: 'annotation',
    covers: { below: way },
  };
}

function annotationsAt(manifest: unknown, way: readonly string[]): object {
  let found = manifest;
  for (const field of [...way, 'metadata', 'annotations']) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, field)) return {};
    found = (found as { readonly [field: string]: unknown })[field];
  }
  return typeof found === 'object' && found !== null ? found : {};
}
