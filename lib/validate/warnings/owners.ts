import { defineRule, type Rule } from '../rule';
import type { ObjectMeta, OwnerReference } from '../schema/types';

const TEXT =
  '.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; ' +
  'please fix your requests; duplicate UID(s) observed: ';

/**
 * Repeated owner references, which a server drops before admission: dedupOwnerReferencesAndAddWarning,
 * apiserver endpoints/handlers 1.30 to 1.36.
 */
export const REPEATED_OWNERS = defineRule<Rule<ObjectMeta | undefined>>({
  id: 'owner-repeated',
  stage: 'warn',
  mistake: 'a duplicate owner reference',
  suggestion: 'remove the duplicate',
  judge(metadata, at) {
    const owners = metadata?.ownerReferences;
    if (!owners || owners.length < 2) return;
    const seen = new Set<string>();
    const repeated = owners
      .map((owner, index) => ({ owner, index }))
      .filter(({ owner }) => seen.size === seen.add(ownerText(owner)).size);
    if (!repeated.length) return;
    at.field('ownerReferences')
      .index(repeated[0].index)
      .warn(TEXT + repeated.map(({ owner }) => owner.uid ?? '').join(', '), 'remove the duplicate', {
        repeats: ['uid', 'name', 'kind'],
      });
  },
});

/** The same text for equal references. */
const ownerText = ({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference) =>
  JSON.stringify([apiVersion ?? '', kind ?? '', name ?? '', uid ?? '', controller, blockOwnerDeletion]);
