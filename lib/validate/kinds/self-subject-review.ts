import type { SelfSubjectReview } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const SELF_SUBJECT_REVIEW: Strategy<SelfSubjectReview> = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
  review: true,

  applyDefaults: NO_DEFAULTS,

  /** A server looks at nothing: REST.Create, pkg/registry/authentication/selfsubjectreview 1.30 to 1.37. */
  validate: () => undefined,

  /** A server answers with a new object. */
  complete(review) {
    review.metadata = {};
  },
};
