import { API_SERVICE_RULE, apiServiceName } from '../rules/apiregistration/api-service';
import { nameRules } from '../rules/names';
import type { APIService } from '../schema/types';
import type { Strategy } from './strategy';

const DEFAULT_PORT = 443;

export const API_SERVICE: Strategy<APIService> = {
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  names: (_, { spec = {} }) => nameRules(apiServiceName(spec)),
  genericMetadata: true,

  /** SetDefaults_ServiceReference, kube-aggregator 1.30 to 1.37. */
  applyDefaults({ spec }) {
    if (spec?.service) spec.service.port ??= DEFAULT_PORT;
  },

  /** ValidateAPIService, kube-aggregator 1.30 to 1.37. A server drops the status before. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(API_SERVICE_RULE, spec),

  /** PrepareForCreate, kube-aggregator 1.36. */
  complete(service) {
    service.status = service.spec?.service ? {} : { conditions: [{ ...LOCAL }] };
  },
};

/** NewLocalAvailableAPIServiceCondition, without its time. */
const LOCAL = {
  type: 'Available',
  status: 'True',
  reason: 'Local',
  message: 'Local APIServices are always available',
};
