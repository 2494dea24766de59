import type { AnyObject } from '../../kinds/kind';
import type { FieldPath } from '../../path';
import type { Rule } from '../../rule';
import type { Verdict } from '../../verdict';
import { warnOfAddress, warnOfNetwork, ADDRESS_FORM } from '../addresses';
import { DEPRECATED_ANNOTATION } from '../annotations';
import { DEPRECATED_FIELD } from '../deprecated-field';

interface Ingress extends AnyObject {
  readonly spec?: { readonly ingressClassName?: string };
}

const INGRESS_CLASS = 'kubernetes.io/ingress.class';

/** WarningsOnCreate, pkg/registry/networking/ingress 1.30 to 1.36. */
export function warnOfIngress({ metadata, spec }: Ingress, path: FieldPath, verdict: Verdict): void {
  if (
    spec?.ingressClassName !== undefined ||
    !metadata?.annotations ||
    !Object.hasOwn(metadata.annotations, INGRESS_CLASS)
  ) {
    return;
  }
  verdict.apply(CLASS_ANNOTATION, undefined, path.child('metadata', 'annotations').key(INGRESS_CLASS));
}

const CLASS_ANNOTATION: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, path, verdict) =>
    verdict.warn(
      path,
      `annotation "${INGRESS_CLASS}" is deprecated, please use 'spec.ingressClassName' instead`,
    ),
};

interface Peer {
  readonly ipBlock?: { readonly cidr?: string; readonly except?: readonly string[] };
}

interface NetworkPolicy {
  readonly spec?: {
    readonly ingress?: readonly { readonly from?: readonly Peer[] }[];
    readonly egress?: readonly { readonly to?: readonly Peer[] }[];
  };
}

/** networkPolicyWarnings, pkg/registry/networking/networkpolicy 1.33 to 1.36. */
export function warnOfNetworkPolicy(
  { spec: { ingress = [], egress = [] } = {} }: NetworkPolicy,
  path: FieldPath,
  verdict: Verdict,
): void {
  const spec = path.child('spec');
  ingress.forEach(({ from = [] }, index) =>
    verdict.apply(PEERS, from, spec.child('ingress').index(index).child('from')),
  );
  egress.forEach(({ to = [] }, index) =>
    verdict.apply(PEERS, to, spec.child('egress').index(index).child('to')),
  );
}

const PEERS: Rule<readonly Peer[]> = {
  id: ADDRESS_FORM.id,
  judge(peers, path, verdict) {
    peers.forEach(({ ipBlock }, index) => {
      if (!ipBlock) return;
      const place = path.index(index).child('ipBlock');
      warnOfNetwork(ipBlock.cidr ?? '', place.child('cidr'), verdict);
      ipBlock.except?.forEach((cidr, number) =>
        warnOfNetwork(cidr, place.child('except').index(number), verdict),
      );
    });
  },
};

interface EndpointSlice extends AnyObject {
  readonly addressType?: string;
  readonly endpoints?: readonly { readonly addresses?: readonly string[] }[];
}

const SLICE_MANAGER = 'endpointslice.kubernetes.io/managed-by';
const SLICE_CONTROLLERS = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** WarningsOnCreate, pkg/registry/discovery/endpointslice 1.30 to 1.36. */
export function warnOfEndpointSlice(
  { metadata, addressType, endpoints = [] }: EndpointSlice,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (addressType === 'FQDN') verdict.apply(FQDN, undefined, path.child('addressType'));
  if (!SLICE_CONTROLLERS.includes(metadata?.labels?.[SLICE_MANAGER] ?? '')) {
    endpoints.forEach(({ addresses = [] }, index) =>
      verdict.apply(ADDRESSES, addresses, path.child('endpoints').index(index).child('addresses')),
    );
  }
}

/** The server names a field that there is not. */
const FQDN: Rule<undefined> = {
  id: DEPRECATED_FIELD.id,
  judge: (_, path, verdict) => verdict.warn(path, 'spec.addressType: FQDN endpoints are deprecated'),
};

const ADDRESSES: Rule<readonly string[]> = {
  id: ADDRESS_FORM.id,
  judge: (addresses, path, verdict) =>
    addresses.forEach((address, index) => warnOfAddress(address, path.index(index), verdict)),
};

interface Endpoints extends AnyObject {
  readonly subsets?: readonly {
    readonly [field in 'addresses' | 'notReadyAddresses']?: readonly { readonly ip?: string }[];
  }[];
}

/** endpointsWarnings, pkg/registry/core/endpoint 1.33 to 1.36. */
export function warnOfEndpoints(
  { metadata, subsets = [] }: Endpoints,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (metadata?.labels?.['endpoints.kubernetes.io/managed-by'] === 'endpoint-controller') return;
  subsets.forEach((subset, index) => {
    for (const field of ['addresses', 'notReadyAddresses'] as const) {
      if (subset[field]) {
        verdict.apply(ENDPOINTS, subset[field], path.child('subsets').index(index).child(field));
      }
    }
  });
}

const ENDPOINTS: Rule<readonly { readonly ip?: string }[]> = {
  id: ADDRESS_FORM.id,
  judge: (addresses, path, verdict) =>
    addresses.forEach(({ ip = '' }, index) => warnOfAddress(ip, path.index(index).child('ip'), verdict)),
};
