import { Drops, nested } from '../../gates/drop';
import type { SelfSubjectAccessReviewSpec } from '../../schema/types';

/** What REST.Create drops before it judges a review, pkg/registry/authorization 1.31 to 1.36. */
export const REVIEW_DROPS = new Drops<SelfSubjectAccessReviewSpec>([
  nested('AuthorizeWithSelectors', 'resourceAttributes.fieldSelector'),
  nested('AuthorizeWithSelectors', 'resourceAttributes.labelSelector'),
]);
