import { toBeAdmitted } from './matchers/admitted';
import { toHaveContainer } from './matchers/container';
import { toHaveFinding } from './matchers/finding';
import { toHaveResource } from './matchers/resource';
import { toStartInOrder } from './matchers/start-in-order';
import { toBeValidManifests } from './matchers/valid-manifests';

export { yamlSerializer, type SnapshotSerializer } from './yaml-serializer';
export type {
  AdmittedOptions,
  Asymmetric,
  Like,
  LikeContainer,
  Manifests,
  Name,
  PodPatternMatchers,
  Start,
  ValidManifestsOptions,
} from './types';

/** All matchers, for `expect.extend`. */
export const matchers = {
  toBeAdmitted,
  toBeValidManifests,
  toHaveContainer,
  toHaveFinding,
  toHaveResource,
  toStartInOrder,
};
