import { defaultTemplate } from '../defaults/pod-spec';
import { COUNT } from '../rules/counts';
import type { ReplicaSet } from '../schema/types';
import { judgeSelected } from './shared/replicas';
import { NAMING_PODS } from './shared/templated';
import type { Strategy } from './strategy';

export const REPLICA_SET: Strategy<ReplicaSet> = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  generationSince: 0,
  ...NAMING_PODS,

  /** SetDefaults_ReplicaSet, pkg/apis/apps/v1 1.36. */
  applyDefaults(object) {
    const spec = (object.spec ??= {});
    spec.replicas ??= 1;
    defaultTemplate(spec);
  },

  /** ValidateReplicaSet, pkg/apis/apps/validation 1.36. */
  validate({ spec = {} }, root) {
    const at = root.field('spec');
    at.field('replicas').apply(COUNT, spec.replicas);
    at.field('minReadySeconds').apply(COUNT, spec.minReadySeconds);
    judgeSelected(spec, at);
  },
};
