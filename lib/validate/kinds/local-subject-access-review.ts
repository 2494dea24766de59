import { OPTIONAL_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const LOCAL_SUBJECT_ACCESS_REVIEW: Strategy = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'LocalSubjectAccessReview',
  names: () => OPTIONAL_NAMES,
};
