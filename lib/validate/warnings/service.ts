import type { Field } from '../field';
import type { AnyObject } from '../kinds/strategy';
import { defineRule, type Rule } from '../rule';
import { HINTS, MODE } from '../rules/service/metadata';
import { warnOfAddress, warnOfNetwork, ADDRESS_FORM } from './addresses';
import { warnOfOldAddress, warnOfOldNetwork } from './old-addresses';
import { warnAt } from './warn-at';
import { DEPRECATED_FIELD } from './deprecated-field';
import { DEPRECATED_ANNOTATION } from './annotations';

interface Service extends AnyObject {
  readonly spec?: ServiceSpec;
}

interface ServiceSpec {
  readonly type?: string;
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[];
  readonly externalIPs?: readonly string[];
  readonly externalName?: string;
  readonly loadBalancerIP?: string;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly sessionAffinity?: string;
  readonly trafficDistribution?: string;
}

/** GetWarningsForService, pkg/api/service 1.30 to 1.36. */
export function warnOfService({ metadata, spec = {} }: Service, at: Field): void {
  const place = at.field('spec');
  if (metadata?.annotations && Object.hasOwn(metadata.annotations, HINTS)) {
    at.field('metadata', 'annotations').key(HINTS).apply(TOPOLOGY_HINTS, undefined);
  }
  place.apply(CLUSTER_ADDRESSES, spec);
  if (isHeadless(spec) && at.minor >= 34) place.apply(HEADLESS, spec);
  place.apply(EXTERNAL_ADDRESSES, spec);
  place.apply(IGNORED_FIELDS, spec);
  if (at.minor >= 35) place.apply(TRAFFIC_DISTRIBUTION, spec);
}

const isHeadless = ({ type = 'ClusterIP', clusterIP }: ServiceSpec) =>
  type === 'ClusterIP' && headlessIp(clusterIP);
const headlessIp = (clusterIP: string | undefined) => clusterIP === 'None';

const TOPOLOGY_HINTS: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, at) => at.warn(`annotation ${HINTS} is deprecated, please use ${MODE} instead`),
};

/** A Service without clusterIPs gets its clusterIP as the only one (NormalizeClusterIPs). */
const CLUSTER_ADDRESSES: Rule<ServiceSpec> = {
  id: ADDRESS_FORM.id,
  judge({ clusterIP, clusterIPs }, at) {
    if (!clusterIP || headlessIp(clusterIP)) return;
    (clusterIPs?.length ? clusterIPs : [clusterIP]).forEach((address, index) =>
      warnOfForm(address, at.field('clusterIPs').index(index)),
    );
  },
};

/** From 1.34 on. */
export const HEADLESS = defineRule<Rule<ServiceSpec>>({
  id: 'headless-service',
  stage: 'warn',
  mistake: 'fields that a headless Service ignores',
  suggestion: 'remove the field',
  judge({ loadBalancerIP, externalIPs, sessionAffinity = 'None' }, at) {
    if (loadBalancerIP) {
      at.field('loadBalancerIP').warn('spec.loadBalancerIP is ignored for headless services', 'remove it');
    }
    if (externalIPs?.length) {
      at.field('externalIPs').warn('spec.externalIPs is ignored for headless services', 'remove it');
    }
    if (sessionAffinity !== 'None') {
      at.field('sessionAffinity').warn('spec.SessionAffinity is ignored for headless services', 'remove it');
    }
  },
});

const EXTERNAL_ADDRESSES: Rule<ServiceSpec> = {
  id: ADDRESS_FORM.id,
  judge(spec, at) {
    const { externalIPs = [], loadBalancerIP, loadBalancerSourceRanges } = spec;
    externalIPs.forEach((address, index) => warnOfForm(address, at.field('externalIPs').index(index)));
    if (externalIPs.length && at.minor >= 36) {
      at.field('externalIPs').apply(EXTERNAL_IPS, spec);
    }
    if (loadBalancerIP) warnOfForm(loadBalancerIP, at.field('loadBalancerIP'));
    loadBalancerSourceRanges?.forEach((range, index) =>
      warnOfRange(range, at.field('loadBalancerSourceRanges').index(index)),
    );
  },
};

/** From 1.36 on. */
const EXTERNAL_IPS: Rule<ServiceSpec> = {
  id: DEPRECATED_FIELD.id,
  judge(spec, at) {
    if (isHeadless(spec) || spec.type === 'ExternalName') return;
    at.warn(
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
      'use a LoadBalancer Service or a Gateway',
    );
  },
};

export const IGNORED_FIELDS = defineRule<Rule<ServiceSpec>>({
  id: 'service-field-ignored',
  stage: 'warn',
  mistake: 'a field that a Service of this type ignores',
  suggestion: 'remove the field, or change the type',
  judge({ type, externalIPs, externalName }, at) {
    if (type === 'ExternalName' && externalIPs?.length) {
      at.field('externalIPs').warn(
        'spec.externalIPs is ignored when spec.type is "ExternalName"',
        'remove it',
      );
    }
    if (type !== 'ExternalName' && externalName) {
      at.field('externalName').warn(
        'spec.externalName is ignored when spec.type is not "ExternalName"',
        'remove it, or set type: ExternalName',
      );
    }
  },
});

const TRAFFIC_DISTRIBUTION: Rule<ServiceSpec> = {
  id: DEPRECATED_FIELD.id,
  judge({ trafficDistribution }, at) {
    if (trafficDistribution === 'PreferClose') {
      warnAt(at.field('trafficDistribution'), '"PreferClose" is deprecated; use "PreferSameZone"');
    }
  },
};

const warnOfForm = (address: string, at: Field) =>
  (at.minor >= 33 ? warnOfAddress : warnOfOldAddress)(address, at);
const warnOfRange = (range: string, at: Field) =>
  (at.minor >= 33 ? warnOfNetwork : warnOfOldNetwork)(range, at);
