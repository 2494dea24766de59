import { SERVICE_RANGES } from '../rules/networking/service-cidr';
import type { ServiceCIDR } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const SERVICE_CIDR: Strategy<ServiceCIDR> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'ServiceCIDR',
  /** PrepareForCreate, pkg/registry/networking/servicecidr 1.30 to 1.37: ServiceCIDRStatusFieldWiping. */
  dropsStatusSince: 36,
  applyDefaults: NO_DEFAULTS,

  /** ValidateServiceCIDR, pkg/apis/networking/validation 1.36. */
  validate: ({ spec: { cidrs } = {} }, at) => at.field('spec', 'cidrs').apply(SERVICE_RANGES, cidrs),
};
