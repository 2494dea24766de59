import { BINDING_NAME, BINDING_TARGET } from '../rules/cluster-objects/binding';
import { NAMES_NOT_JUDGED } from '../rules/names';
import type { Binding } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

/** Whether the Pod exists that it binds, only a server knows. It returns no Binding. */
export const BINDING: Strategy<Binding> = {
  apiVersion: 'v1',
  kind: 'Binding',
  names: () => NAMES_NOT_JUDGED,
  plainCauses: true,

  applyDefaults: NO_DEFAULTS,

  /** BindingREST.Create, pkg/registry/core/pod/storage 1.36. */
  validate({ metadata = {}, target = {} }, at) {
    const isRefused = at.reports(() => at.field('target').apply(BINDING_TARGET, target));
    if (!isRefused) at.field('metadata', 'name').apply(BINDING_NAME, metadata);
  },
};
