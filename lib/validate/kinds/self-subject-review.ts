import type { Strategy } from './strategy';

export const SELF_SUBJECT_REVIEW: Strategy = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
  review: true,

  /** A server looks at nothing: REST.Create, pkg/registry/authentication/selfsubjectreview 1.30 to 1.37. */
  validate: () => undefined,
};
