import { OPTIONAL_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const SELF_SUBJECT_REVIEW: Strategy = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
  names: () => OPTIONAL_NAMES,
};
