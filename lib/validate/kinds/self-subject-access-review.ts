import { ACCESS_REVIEW } from '../rules/authorization/access-review';
import { REVIEW_METADATA } from '../rules/authorization/review-metadata';
import type { SelfSubjectAccessReview } from '../schema/types';
import { ACCESS_REVIEWS } from './shared/access-review';
import type { Strategy } from './strategy';

export const SELF_SUBJECT_ACCESS_REVIEW: Strategy<SelfSubjectAccessReview> = {
  ...ACCESS_REVIEWS,
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectAccessReview',

  /** ValidateSelfSubjectAccessReview, pkg/apis/authorization/validation 1.37. */
  validate({ metadata = {}, spec = {} }, at) {
    at.field('spec').apply(ACCESS_REVIEW, spec);
    at.field('metadata').apply(REVIEW_METADATA, metadata);
  },
};
