import { CONFIG_MAP_DATA } from '../rules/config-map';
import type { ConfigMap } from '../schema/types';
import type { KindRules } from './strategy';

/** ConfigMaps have no defaults. */
export const CONFIG_MAP: KindRules<ConfigMap> = {
  fillIn: () => undefined,
  judge: (object, path, verdict) => verdict.apply(CONFIG_MAP_DATA, object, path),
};
