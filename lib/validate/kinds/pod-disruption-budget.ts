import { NAMES_JUDGED_LAST } from '../rules/names';
import { judgeBudget } from '../rules/policy/disruption-budget';
import { dropOldLabel } from '../gates/old-selector-label';
import type { PodDisruptionBudget } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const POD_DISRUPTION_BUDGET: Strategy<PodDisruptionBudget> = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  names: () => NAMES_JUDGED_LAST,
  generationSince: 0,

  dropDisabledFields({ spec }, at) {
    if (spec?.selector) dropOldLabel(spec.selector, at.field('spec', 'selector'));
  },

  applyDefaults: NO_DEFAULTS,

  /** ValidatePodDisruptionBudget, pkg/apis/policy/validation 1.36. */
  validate: ({ spec = {} }, at) => judgeBudget(spec, at.field('spec')),
};
