import type { FieldPath } from '../path';
import type { ObjectMeta } from '../schema/types';
import type { Verdict } from '../verdict';
import { judgeLabels } from './labels';
import { judgeAnnotations } from './metadata';

/** In the order of Go's struct; the server's name of uid is its Go name with a small first letter. */
const NOT_ALLOWED: readonly (readonly [field: keyof ObjectMeta, name: string])[] = [
  ['name', 'name'],
  ['generateName', 'generateName'],
  ['namespace', 'namespace'],
  ['selfLink', 'selfLink'],
  ['uid', 'uID'],
  ['resourceVersion', 'resourceVersion'],
  ['generation', 'generation'],
  ['creationTimestamp', 'creationTimestamp'],
  ['deletionTimestamp', 'deletionTimestamp'],
  ['deletionGracePeriodSeconds', 'deletionGracePeriodSeconds'],
  ['ownerReferences', 'ownerReferences'],
  ['finalizers', 'finalizers'],
  ['managedFields', 'managedFields'],
];

/** ValidateTemplateObjectMeta, 1.36: what a claim is made from has labels and annotations only. */
export function judgeClaimTemplateMetadata(metadata: ObjectMeta, path: FieldPath, verdict: Verdict): void {
  judgeAnnotations(metadata.annotations, path.field('annotations'), verdict);
  judgeLabels(metadata.labels, path.field('labels'), verdict);
  for (const [field, name] of NOT_ALLOWED) {
    if (isSet(field, metadata[field])) {
      verdict.forbidden(path.field(name), 'cannot be set', {
        at: path.field(field),
        suggestion: `remove ${field}`,
      });
    }
  }
}

/**
 * Whether Go holds something else than nothing: an empty text or zero is nothing, but not where Go holds a
 * pointer or a list.
 */
const isSet = (field: keyof ObjectMeta, value: unknown): boolean =>
  value !== undefined && value !== '' && (value !== 0 || field === 'deletionGracePeriodSeconds');
