import { ACCESS_REVIEW_OF_USER } from '../rules/authorization/access-review';
import { LOCAL_REVIEW } from '../rules/authorization/local-review';
import { LOCAL_REVIEW_METADATA } from '../rules/authorization/review-metadata';
import type { LocalSubjectAccessReview } from '../schema/types';
import { ACCESS_REVIEWS } from './shared/access-review';
import type { Strategy } from './strategy';

export const LOCAL_SUBJECT_ACCESS_REVIEW: Strategy<LocalSubjectAccessReview> = {
  ...ACCESS_REVIEWS,
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'LocalSubjectAccessReview',

  /** ValidateLocalSubjectAccessReview, pkg/apis/authorization/validation 1.37. */
  validate(review, at) {
    at.field('spec').apply(ACCESS_REVIEW_OF_USER, review.spec ?? {});
    at.field('metadata').apply(LOCAL_REVIEW_METADATA, review.metadata ?? {});
    at.apply(LOCAL_REVIEW, review);
  },
};
