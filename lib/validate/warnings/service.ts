import type { AnyObject } from '../kinds/strategy';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { Verdict } from '../verdict';
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

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';

/** GetWarningsForService, pkg/api/service 1.30 to 1.36. */
export function warnOfService({ metadata, spec = {} }: Service, path: FieldPath, verdict: Verdict): void {
  const place = path.field('spec');
  if (metadata?.annotations && Object.hasOwn(metadata.annotations, HINTS)) {
    verdict.apply(TOPOLOGY_HINTS, undefined, path.field('metadata', 'annotations').key(HINTS));
  }
  verdict.apply(CLUSTER_ADDRESSES, spec, place);
  if (isHeadless(spec) && verdict.minor >= 34) verdict.apply(HEADLESS, spec, place);
  verdict.apply(EXTERNAL_ADDRESSES, spec, place);
  verdict.apply(IGNORED_FIELDS, spec, place);
  if (verdict.minor >= 35) verdict.apply(TRAFFIC_DISTRIBUTION, spec, place);
}

const isHeadless = ({ type = 'ClusterIP', clusterIP }: ServiceSpec) =>
  type === 'ClusterIP' && headlessIp(clusterIP);
const headlessIp = (clusterIP: string | undefined) => clusterIP === 'None';

const TOPOLOGY_HINTS: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, path, verdict) =>
    verdict.warn(path, `annotation ${HINTS} is deprecated, please use ${MODE} instead`),
};

/** A Service without clusterIPs gets its clusterIP as the only one (NormalizeClusterIPs). */
const CLUSTER_ADDRESSES: Rule<ServiceSpec> = {
  id: ADDRESS_FORM.id,
  judge({ clusterIP, clusterIPs }, path, verdict) {
    if (!clusterIP || headlessIp(clusterIP)) return;
    (clusterIPs?.length ? clusterIPs : [clusterIP]).forEach((address, index) =>
      warnOfForm(address, path.field('clusterIPs').index(index), verdict),
    );
  },
};

/** From 1.34 on. */
export const HEADLESS = defineRule<Rule<ServiceSpec>>({
  id: 'headless-service',
  stage: 'warn',
  mistake: 'fields that a headless Service ignores',
  suggestion: 'remove the field',
  judge({ loadBalancerIP, externalIPs, sessionAffinity = 'None' }, path, verdict) {
    if (loadBalancerIP) {
      verdict.warn(
        path.field('loadBalancerIP'),
        'spec.loadBalancerIP is ignored for headless services',
        'remove it',
      );
    }
    if (externalIPs?.length) {
      verdict.warn(
        path.field('externalIPs'),
        'spec.externalIPs is ignored for headless services',
        'remove it',
      );
    }
    if (sessionAffinity !== 'None') {
      verdict.warn(
        path.field('sessionAffinity'),
        'spec.SessionAffinity is ignored for headless services',
        'remove it',
      );
    }
  },
});

const EXTERNAL_ADDRESSES: Rule<ServiceSpec> = {
  id: ADDRESS_FORM.id,
  judge(spec, path, verdict) {
    const { externalIPs = [], loadBalancerIP, loadBalancerSourceRanges } = spec;
    externalIPs.forEach((address, index) =>
      warnOfForm(address, path.field('externalIPs').index(index), verdict),
    );
    if (externalIPs.length && verdict.minor >= 36) {
      verdict.apply(EXTERNAL_IPS, spec, path.field('externalIPs'));
    }
    if (loadBalancerIP) warnOfForm(loadBalancerIP, path.field('loadBalancerIP'), verdict);
    loadBalancerSourceRanges?.forEach((range, index) =>
      warnOfRange(range, path.field('loadBalancerSourceRanges').index(index), verdict),
    );
  },
};

/** From 1.36 on. */
const EXTERNAL_IPS: Rule<ServiceSpec> = {
  id: DEPRECATED_FIELD.id,
  judge(spec, path, verdict) {
    if (isHeadless(spec) || spec.type === 'ExternalName') return;
    verdict.warn(
      path,
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
  judge({ type, externalIPs, externalName }, path, verdict) {
    if (type === 'ExternalName' && externalIPs?.length) {
      verdict.warn(
        path.field('externalIPs'),
        'spec.externalIPs is ignored when spec.type is "ExternalName"',
        'remove it',
      );
    }
    if (type !== 'ExternalName' && externalName) {
      verdict.warn(
        path.field('externalName'),
        'spec.externalName is ignored when spec.type is not "ExternalName"',
        'remove it, or set type: ExternalName',
      );
    }
  },
});

const TRAFFIC_DISTRIBUTION: Rule<ServiceSpec> = {
  id: DEPRECATED_FIELD.id,
  judge({ trafficDistribution }, path, verdict) {
    if (trafficDistribution === 'PreferClose') {
      warnAt(path.field('trafficDistribution'), '"PreferClose" is deprecated; use "PreferSameZone"', verdict);
    }
  },
};

const warnOfForm = (address: string, path: FieldPath, verdict: Verdict) =>
  (verdict.minor >= 33 ? warnOfAddress : warnOfOldAddress)(address, path, verdict);
const warnOfRange = (range: string, path: FieldPath, verdict: Verdict) =>
  (verdict.minor >= 33 ? warnOfNetwork : warnOfOldNetwork)(range, path, verdict);
