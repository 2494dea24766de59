import { GoValue } from '../../../go/format';
import { apiStruct, list, listOf, named, number, pointer, stringMap } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta } from '../../schema/types';
import { distinctOwners, shownOwner } from '../metadata';

/**
 * The metadata of an access review: ValidateSubjectAccessReview and the like,
 * pkg/apis/authorization/validation 1.30 to 1.37. A server also shows the managedFields that it has made,
 * with the time of the request.
 */
export const REVIEW_METADATA = defineRule<Rule<ObjectMeta>>({
  id: 'review-metadata',
  stage: 'judge',
  mistake: 'an access review with a name or other metadata',
  suggestion: 'remove `metadata`; a LocalSubjectAccessReview keeps its `namespace`',
  judge(metadata, at) {
    const judged = { ...metadata, namespace: undefined };
    if (isEmpty(judged)) return;
    at.invalid(shown(judged), 'must be empty', { suggestion: 'remove metadata' });
  },
});

/** ValidateLocalSubjectAccessReview, pkg/apis/authorization/validation 1.30 to 1.37. */
export const LOCAL_REVIEW_METADATA: Rule<ObjectMeta> = {
  id: REVIEW_METADATA.id,
  judge(metadata, at) {
    if (isEmpty({ ...metadata, namespace: undefined })) return;
    const judged = { ...metadata, namespace: metadata.namespace || 'default' };
    at.invalid(shown(judged), 'must be empty except for namespace', {
      suggestion: 'remove all of metadata but the namespace',
    });
  },
};

/** Fields that a server keeps: the others are its own (WipeObjectMetaSystemFields, apiserver 1.36). */
const kept = ({ name, generateName, namespace, resourceVersion, generation, ...rest }: ObjectMeta) => ({
  name,
  generateName,
  namespace,
  resourceVersion,
  generation,
  labels: rest.labels,
  annotations: rest.annotations,
  ownerReferences: rest.ownerReferences,
  finalizers: rest.finalizers,
});

const isNothing = (value: unknown) => !value || (typeof value === 'object' && !Object.keys(value).length);

const isEmpty = (metadata: ObjectMeta) => Object.values(kept(metadata)).every(isNothing);

const go = (syntax: string) => new GoValue(null, syntax);

/** A metav1.ObjectMeta. */
function shown(metadata: ObjectMeta): GoValue {
  const owners = metadata.ownerReferences && distinctOwners(metadata.ownerReferences).map(shownOwner);
  return apiStruct(
    'v1.ObjectMeta',
    {
      Name: named(metadata.name),
      GenerateName: named(metadata.generateName),
      Namespace: named(metadata.namespace),
      SelfLink: named(),
      UID: named(),
      ResourceVersion: named(metadata.resourceVersion),
      Generation: number(metadata.generation ?? 0),
      CreationTimestamp: go('time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)'),
      DeletionTimestamp: go('<nil>'),
      DeletionGracePeriodSeconds: pointer(undefined, 'int64'),
      Labels: stringMap(metadata.labels),
      Annotations: stringMap(metadata.annotations),
      OwnerReferences: listOf(owners, 'v1.OwnerReference'),
      Finalizers: list(metadata.finalizers, 'string'),
      ManagedFields: go('[]v1.ManagedFieldsEntry(nil)'),
    },
    jsonOf(metadata, owners),
  );
}

/** In the order of the Go struct, without what is empty. */
function jsonOf(metadata: ObjectMeta, owners: readonly GoValue[] | undefined): { [name: string]: unknown } {
  const fields = {
    ...kept(metadata),
    labels: stringMap(metadata.labels).value,
    annotations: stringMap(metadata.annotations).value,
    ownerReferences: owners?.map(({ value }) => value),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isNothing(value)));
}
