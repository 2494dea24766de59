import { CONFIG_MAP_DATA } from '../rules/config-map';
import type { ConfigMap } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CONFIG_MAP: Strategy<ConfigMap> = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  applyDefaults: NO_DEFAULTS,

  /** ValidateConfigMap, pkg/apis/core/validation 1.36. */
  validate: (object, at) => at.apply(CONFIG_MAP_DATA, object),
};
