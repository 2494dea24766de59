import { toYaml } from '../../../lib/written/yaml';

/** A configuration as YAML without anchors, which not every reader knows. */
export const configYaml = (config: object): string => toYaml(JSON.parse(JSON.stringify(config)));
