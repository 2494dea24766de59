import { NAMES_JUDGED_LAST } from '../rules/names';
import type { Strategy } from './strategy';

export const EVENT: Strategy = {
  apiVersion: 'v1',
  kind: 'Event',
  names: () => NAMES_JUDGED_LAST,
};
