import { OPTIONAL_NAMES } from '../rules/names';
import { judgeLimits } from '../rules/limits/limit-range';
import type { LimitRange, LimitRangeItem } from '../schema/types';
import type { Strategy } from './strategy';

export const LIMIT_RANGE: Strategy<LimitRange> = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  names: () => OPTIONAL_NAMES,
  applyDefaults: ({ spec = {} }) => spec.limits?.forEach(defaultLimit),

  /** ValidateLimitRange, pkg/apis/core/validation 1.36. */
  validate: ({ spec: { limits = [] } = {} }, at) => judgeLimits(limits, at.field('spec', 'limits')),
};

/** SetDefaults_LimitRangeItem, pkg/apis/core/v1 1.36. */
function defaultLimit(item: LimitRangeItem): void {
  if (item.type !== 'Container') return;
  item.default = { ...item.max, ...item.default };
  item.defaultRequest = { ...item.min, ...item.default, ...item.defaultRequest };
}
