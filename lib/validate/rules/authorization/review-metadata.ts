import { GoValue } from '../../../go/format';
import { apiStruct, list, listOf, named, number, pointer, stringMap } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta } from '../../schema/types';
import { distinctOwners, shownOwner } from '../metadata';

/**
 * The metadata of an access review: ValidateSubjectAccessReview and the like,
 * pkg/apis/authorization/validation 1.30 to 1.37. A server also shows the managedFields that it has made, with the time of the request.
 */
export const REVIEW_METADATA = defineRule<Rule<ObjectMeta>>({
  id: 'review-metadata',
  stage: 'judge',
  mistake: 'an access review with a name or other metadata',
  suggestion: 'remove `metadata`; a LocalSubjectAccessReview keeps its `namespace`',
  judge(metadata, at) {
    const { namespace: _, ...judged } = metadata;
    if (isEmpty(judged)) return;
    at.invalid(shown(judged), 'must be empty', { suggestion: 'remove metadata' });
  },
});

/** ValidateLocalSubjectAccessReview, pkg/apis/authorization/validation 1.30 to 1.37. */
export const LOCAL_REVIEW_METADATA: Rule<ObjectMeta> = {
  id: REVIEW_METADATA.id,
  judge(metadata, at) {
    if (isEmpty({ ...metadata, namespace: undefined })) return;
    at.invalid(shown({ namespace: 'default', ...defined(metadata) }), 'must be empty except for namespace', {
      suggestion: 'remove all of metadata but the namespace',
    });
  },
};

const defined = (metadata: ObjectMeta): ObjectMeta =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));

const isEmpty = (metadata: ObjectMeta) =>
  Object.entries(metadata).every(
    ([field, value]) =>
      field === 'managedFields' ||
      !value ||
      (typeof value === 'object' && !Object.keys(value as object).length),
  );

const NO_TIME = new GoValue(null, 'time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)');

/** A metav1.ObjectMeta; in Go's own syntax, what a server makes of times is not written out. */
function shown(metadata: ObjectMeta): GoValue {
  const owners = metadata.ownerReferences && distinctOwners(metadata.ownerReferences).map(shownOwner);
  const seconds = metadata.deletionGracePeriodSeconds;
  return apiStruct(
    'v1.ObjectMeta',
    {
      Name: named(metadata.name),
      GenerateName: named(metadata.generateName),
      Namespace: named(metadata.namespace),
      SelfLink: named(metadata.selfLink),
      UID: named(metadata.uid),
      ResourceVersion: named(metadata.resourceVersion),
      Generation: number(metadata.generation ?? 0),
      CreationTimestamp: NO_TIME,
      DeletionTimestamp: new GoValue(null, '<nil>'),
      DeletionGracePeriodSeconds: pointer(seconds === undefined ? undefined : number(seconds), 'int64'),
      Labels: stringMap(metadata.labels),
      Annotations: stringMap(metadata.annotations),
      OwnerReferences: listOf(owners, 'v1.OwnerReference'),
      Finalizers: list(metadata.finalizers, 'string'),
      ManagedFields: new GoValue(null, '[]v1.ManagedFieldsEntry(nil)'),
    },
    jsonOf(metadata, owners),
  );
}

/** In the order of the Go struct, without what is empty. */
function jsonOf(
  metadata: ObjectMeta,
  owners: readonly GoValue[] | undefined,
): { readonly [name: string]: unknown } {
  const { name, generateName, namespace, selfLink, uid, resourceVersion, generation } = metadata;
  const { creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds } = metadata;
  const { labels, annotations, finalizers } = metadata;
  const all = {
    ...{ name, generateName, namespace, selfLink, uid, resourceVersion, generation },
    ...{ creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds },
    labels: labels && stringMap(labels).value,
    annotations: annotations && stringMap(annotations).value,
    ownerReferences: owners?.map(({ value }) => value),
    finalizers,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([field, value]) =>
        field === 'deletionGracePeriodSeconds' ||
        (value && !(typeof value === 'object' && !Object.keys(value).length)),
    ),
  );
}
