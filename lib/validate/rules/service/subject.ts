import type { Service, ServiceSpec } from '../../schema/types';

/** A Service that is judged: with its defaults, and with what its storage fills in. */
export interface ServiceSubject {
  readonly spec: ServiceSpec;
  readonly annotations: { readonly [key: string]: string };
}

export const subjectOf = ({ spec = {}, metadata }: Service): ServiceSubject => ({
  spec,
  annotations: metadata?.annotations ?? {},
});

export const NONE = 'None';

/** isHeadlessService, pkg/apis/core/validation 1.36. */
export const isHeadless = ({ clusterIPs = [] }: ServiceSpec): boolean =>
  clusterIPs.length === 1 && clusterIPs[0] === NONE;

/** Headless without a selector: its endpoints are written by hand, and may be of both families. */
export const isHandmade = ({ clusterIP, selector = {} }: ServiceSpec): boolean =>
  clusterIP === NONE && Object.keys(selector).length === 0;

/** NeedsHealthCheck, pkg/api/service 1.36. */
export const needsHealthCheck = ({ type, externalTrafficPolicy }: ServiceSpec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

/** Whether nodes may listen for it on ports of theirs. */
export const isExposed = ({ type }: ServiceSpec): boolean => type === 'LoadBalancer' || type === 'NodePort';

/** ExternallyAccessible, pkg/api/service 1.36. */
export const isExternal = (spec: ServiceSpec): boolean =>
  isExposed(spec) || (spec.type === 'ClusterIP' && Boolean(spec.externalIPs?.length));
