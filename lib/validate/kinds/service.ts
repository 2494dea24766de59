import { ipVersion } from '../../apimachinery/ip';
import { Drops, field } from '../gates/drop';
import { DNS1035_LABEL_NAMES, LABEL_NAMES } from '../rules/names';
import type { Service, ServiceSpec } from '../schema/types';
import { warnOfService } from '../warnings/service';
import type { Strategy } from './strategy';

export const SERVICE: Strategy<Service> = {
  apiVersion: 'v1',
  kind: 'Service',
  names: (minor) => (minor >= 36 ? LABEL_NAMES : DNS1035_LABEL_NAMES),

  /** dropServiceDisabledFields, pkg/registry/core/service 1.30. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults,
  warn: warnOfService,

  /** Addresses and node ports are the cluster's to give. */
  complete({ spec = {} }) {
    if (spec.type !== 'ExternalName') setFamilies(spec);
  },
};

const DROPS = new Drops<ServiceSpec>([field('ServiceTrafficDistribution', 'trafficDistribution')]);

/** SetDefaults_Service, pkg/apis/core/v1 1.36. */
function applyDefaults(service: Service): void {
  const spec = (service.spec ??= {});
  spec.type ||= 'ClusterIP';
  defaultAffinity(spec);
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP';
    port.targetPort ||= port.port;
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
  const external = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  if (external || (spec.type === 'ClusterIP' && spec.externalIPs?.length)) {
    spec.externalTrafficPolicy ||= 'Cluster';
  }
  if (external || spec.type === 'ClusterIP') spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
}

const FAMILIES = ['IPv4', 'IPv6'];

/** In a cluster with IPv4 alone: initIPFamilyFields, pkg/registry/core/service/storage 1.36. */
function setFamilies(spec: ServiceSpec): void {
  const anywhere = isHeadless(spec) && !Object.keys(spec.selector ?? {}).length;
  if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
  spec.ipFamilyPolicy ??= anywhere ? 'RequireDualStack' : 'SingleStack';
  const families = spec.ipFamilies?.length ? spec.ipFamilies : familiesOf(spec);
  const both = anywhere && spec.ipFamilyPolicy !== 'SingleStack';
  spec.ipFamilies = both ? [...new Set([...families, ...FAMILIES])] : families;
}

function familiesOf(spec: ServiceSpec): string[] {
  const { clusterIPs = [] } = spec;
  return isHeadless(spec) || !clusterIPs.length ? ['IPv4'] : clusterIPs.map(familyOf);
}

const isHeadless = ({ clusterIP, clusterIPs }: ServiceSpec) => (clusterIP || clusterIPs?.[0]) === 'None';

const familyOf = (address: string) => FAMILIES[Number(ipVersion(address) === 6)];
