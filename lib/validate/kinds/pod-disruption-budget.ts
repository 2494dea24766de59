import { NAMES_JUDGED_LAST } from '../rules/names';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const POD_DISRUPTION_BUDGET: Strategy = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  names: () => NAMES_JUDGED_LAST,
  generationSince: 0,
  applyDefaults: NO_DEFAULTS,
};
