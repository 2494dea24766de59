import { judgeQuota } from '../rules/limits/resource-quota';
import type { ResourceQuota } from '../schema/types';
import { QUOTA } from '../warnings/quota';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const RESOURCE_QUOTA: Strategy<ResourceQuota> = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  applyDefaults: NO_DEFAULTS,

  /** ValidateResourceQuota, pkg/apis/core/validation 1.36: its status is dropped before. */
  validate: ({ spec = {} }, at) => judgeQuota(spec, at.field('spec')),

  /** WarningsOnCreate, pkg/registry/core/resourcequota 1.35 and 1.36. */
  warn({ spec }, at) {
    if (spec?.hard && at.minor >= 35) at.field('spec', 'hard').apply(QUOTA, spec.hard);
  },
};
