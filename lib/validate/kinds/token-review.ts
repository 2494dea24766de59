import { TOKEN } from '../rules/authorization/questions';
import type { TokenReview } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const TOKEN_REVIEW: Strategy<TokenReview> = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenReview',
  review: true,

  applyDefaults: NO_DEFAULTS,

  validate: ({ spec = {} }, at) => at.field('spec').apply(TOKEN, spec),
};
