import { OPTIONAL_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const SUBJECT_ACCESS_REVIEW: Strategy = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SubjectAccessReview',
  names: () => OPTIONAL_NAMES,
};
