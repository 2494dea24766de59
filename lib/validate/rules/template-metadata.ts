import type { Field } from '../field';
import type { ObjectMeta } from '../schema/types';
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
export function judgeClaimTemplateMetadata(metadata: ObjectMeta, at: Field): void {
  judgeAnnotations(metadata.annotations, at.field('annotations'));
  judgeLabels(metadata.labels, at.field('labels'));
  for (const [field, name] of NOT_ALLOWED) {
    if (isSet(field, metadata[field])) {
      at.field(name)
        .shownAt(at.field(field))
        .forbidden('cannot be set', { suggestion: `remove ${field}` });
    }
  }
}

/**
 * Whether Go holds something else than nothing: an empty text or zero is nothing, but not where Go holds a
 * pointer or a list.
 */
const isSet = (field: keyof ObjectMeta, value: unknown): boolean =>
  value !== undefined && value !== '' && (value !== 0 || field === 'deletionGracePeriodSeconds');
