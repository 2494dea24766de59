import { REVISION_DATA } from '../rules/cluster-objects/controller-revision';
import { COUNT } from '../rules/counts';
import type { ControllerRevision } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CONTROLLER_REVISION: Strategy<ControllerRevision> = {
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  applyDefaults: NO_DEFAULTS,

  /** ValidateControllerRevisionCreate, pkg/apis/apps/validation 1.36. */
  validate({ data, revision }, at) {
    at.field('revision').apply(COUNT, revision);
    at.field('data').apply(REVISION_DATA, data);
  },
};
