import { Drops, field } from '../gates/drop';
import { LEASE_SPEC } from '../rules/cluster-objects/lease';
import type { Lease, LeaseSpec } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const LEASE: Strategy<Lease> = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  genericMetadata: true,

  /** leaseStrategy.PrepareForCreate, pkg/registry/coordination/lease 1.31 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults: NO_DEFAULTS,

  /** ValidateLease, pkg/apis/coordination/validation 1.36. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(LEASE_SPEC, spec),
};

const DROPS = new Drops<LeaseSpec>([
  field('CoordinatedLeaderElection', 'strategy'),
  field('CoordinatedLeaderElection', 'preferredHolder'),
]);
