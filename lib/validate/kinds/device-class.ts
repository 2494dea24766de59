import { LONG_NAMES, SUBDOMAIN_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const DEVICE_CLASS: Strategy = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  names: (minor) => (minor >= 35 ? LONG_NAMES : SUBDOMAIN_NAMES),
  generationSince: 0,
};
