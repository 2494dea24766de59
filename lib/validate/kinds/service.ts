import { Drops, field } from '../gates/drop';
import { isOn } from '../gates/gates';
import { DNS1035_LABEL_NAMES, LABEL_NAMES } from '../rules/names';
import { judgeService } from '../rules/service';
import { allocate } from '../rules/service/allocation';
import { isExposed, isExternal } from '../rules/service/subject';
import type { Service, ServiceSpec } from '../schema/types';
import { warnOfService } from '../warnings/service';
import type { Strategy } from './strategy';

export const SERVICE: Strategy<Service> = {
  apiVersion: 'v1',
  kind: 'Service',
  names: (minor) => (isOn('RelaxedServiceNameValidation', minor) ? LABEL_NAMES : DNS1035_LABEL_NAMES),

  /** dropServiceDisabledFields, pkg/registry/core/service 1.30. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults,

  beginCreate: allocate,
  validate: judgeService,
  warn: warnOfService,
};

const DROPS = new Drops<ServiceSpec>([field('ServiceTrafficDistribution', 'trafficDistribution')]);

/** SetDefaults_Service, pkg/apis/core/v1 1.36. */
function applyDefaults(service: Service): void {
  const spec = (service.spec ??= {});
  spec.type ||= 'ClusterIP';
  defaultAffinity(spec);
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP';
    port.targetPort ||= port.port ?? 0;
  }
  defaultTraffic(spec);
}

const AFFINITY_SECONDS = 10_800;

function defaultAffinity(spec: ServiceSpec): void {
  spec.sessionAffinity ||= 'None';
  if (spec.sessionAffinity === 'None') {
    spec.sessionAffinityConfig = undefined;
  } else if (spec.sessionAffinity === 'ClientIP') {
    ((spec.sessionAffinityConfig ??= {}).clientIP ??= {}).timeoutSeconds ??= AFFINITY_SECONDS;
  }
}

function defaultTraffic(spec: ServiceSpec): void {
  if (isExternal(spec)) spec.externalTrafficPolicy ||= 'Cluster';
  if (isExposed(spec) || spec.type === 'ClusterIP') spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
}
