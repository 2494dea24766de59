import { isIPv6 } from 'node:net';
import { dropDisabledServiceFields } from '../gates/workloads';
import { FieldPath } from '../path';
import type { Service, ServiceSpec } from '../schema/types';
import { Verdict } from '../verdict';
import type { Completion } from './completion';

const AFFINITY_SECONDS = 10_800;

/**
 * SetDefaults_Service, pkg/apis/core/v1 1.36, and what storing one sets in a cluster with IPv4 alone
 * (initIPFamilyFields, pkg/registry/core/service/storage). Addresses and node ports are the cluster's to
 * give.
 */
export const completeService: Completion<Service> = (service, { minor }) => {
  const spec = (service.spec ??= {});
  dropDisabledServiceFields(spec, FieldPath.ROOT, new Verdict(minor));
  spec.type ||= 'ClusterIP';
  setAffinity(spec);
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP';
    port.targetPort ||= port.port;
  }
  setTraffic(spec);
  if (spec.type !== 'ExternalName') setFamilies(spec);
};

function setAffinity(spec: ServiceSpec): void {
  spec.sessionAffinity ||= 'None';
  if (spec.sessionAffinity === 'None') {
    spec.sessionAffinityConfig = undefined;
  } else if (spec.sessionAffinity === 'ClientIP') {
    ((spec.sessionAffinityConfig ??= {}).clientIP ??= {}).timeoutSeconds ??= AFFINITY_SECONDS;
  }
}

function setTraffic(spec: ServiceSpec): void {
  const external = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  if (external || (spec.type === 'ClusterIP' && spec.externalIPs?.length)) {
    spec.externalTrafficPolicy ||= 'Cluster';
  }
  if (external || spec.type === 'ClusterIP') spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
}

const FAMILIES = ['IPv4', 'IPv6'];

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

const familyOf = (address: string) => FAMILIES[Number(isIPv6(address))];
