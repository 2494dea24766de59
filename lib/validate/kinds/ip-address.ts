import { IP_NAMES } from '../rules/names';
import { PARENT_REFERENCE } from '../rules/networking/ip-address';
import type { IPAddress } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const IP_ADDRESS: Strategy<IPAddress> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IPAddress',
  names: () => IP_NAMES,
  applyDefaults: NO_DEFAULTS,

  /** ValidateIPAddress, pkg/apis/networking/validation 1.36. */
  validate: ({ spec: { parentRef } = {} }, at) =>
    at.field('spec', 'parentRef').apply(PARENT_REFERENCE, parentRef),
};
