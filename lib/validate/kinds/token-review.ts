import { OPTIONAL_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const TOKEN_REVIEW: Strategy = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenReview',
  names: () => OPTIONAL_NAMES,
};
