import type { Field } from '../../field';
import { Drops, nested } from '../../gates/drop';
import type { SelfSubjectAccessReviewSpec } from '../../schema/types';
import { NO_DEFAULTS } from '../strategy';

const DROPS = new Drops<SelfSubjectAccessReviewSpec>([
  nested('AuthorizeWithSelectors', 'resourceAttributes.fieldSelector'),
  nested('AuthorizeWithSelectors', 'resourceAttributes.labelSelector'),
]);

interface AccessReview {
  readonly spec?: SelfSubjectAccessReviewSpec;
}

/** What the strategies of all access reviews have in common. */
export const ACCESS_REVIEWS = {
  review: true,

  /** What REST.Create drops before it judges a review, pkg/registry/authorization 1.31 to 1.36. */
  dropDisabledFields({ spec }: AccessReview, at: Field) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults: NO_DEFAULTS,
};
