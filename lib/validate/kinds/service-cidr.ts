import { SERVICE_RANGES } from '../rules/networking/service-cidr';
import type { ServiceCIDR } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const SERVICE_CIDR: Strategy<ServiceCIDR> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'ServiceCIDR',
  applyDefaults: NO_DEFAULTS,

  /** ValidateServiceCIDR, pkg/apis/networking/validation 1.36. */
  validate: ({ spec: { cidrs } = {} }, at) => at.field('spec', 'cidrs').apply(SERVICE_RANGES, cidrs),
};
