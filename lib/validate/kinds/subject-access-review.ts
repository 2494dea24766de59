import { ACCESS_REVIEW_OF_USER } from '../rules/authorization/access-review';
import { REVIEW_METADATA } from '../rules/authorization/review-metadata';
import type { SubjectAccessReview } from '../schema/types';
import { ACCESS_REVIEWS } from './shared/access-review';
import type { Strategy } from './strategy';

export const SUBJECT_ACCESS_REVIEW: Strategy<SubjectAccessReview> = {
  ...ACCESS_REVIEWS,
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SubjectAccessReview',

  /** ValidateSubjectAccessReview, pkg/apis/authorization/validation 1.37. */
  validate({ metadata = {}, spec = {} }, at) {
    at.field('spec').apply(ACCESS_REVIEW_OF_USER, spec);
    at.field('metadata').apply(REVIEW_METADATA, metadata);
  },
};
