import type { Strategy } from './strategy';

export const LEASE: Strategy = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  genericMetadata: true,
};
