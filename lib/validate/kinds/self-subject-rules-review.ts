import { OPTIONAL_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const SELF_SUBJECT_RULES_REVIEW: Strategy = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  names: () => OPTIONAL_NAMES,
};
