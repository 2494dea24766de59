import { IP_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const IP_ADDRESS: Strategy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IPAddress',
  names: () => IP_NAMES,
};
