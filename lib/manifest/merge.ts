import { setOwn } from '../object/set-own';
import { YamlFailure } from './yaml-problem';

/** As kubectl's reader does it: over what stands before, under what follows; of several, the first wins. */
export function merge(map: { [key: string]: unknown }, sources: readonly object[]): void {
  for (const source of [...sources].reverse()) {
    for (const [key, value] of Object.entries(source)) setOwn(map, key, value);
  }
}

/** The maps that the value of `<<` names. */
export function mergeSources(value: unknown, offset: number): object[] {
  const sources = Array.isArray(value) ? value : [value];
  if (sources.every((source) => typeof source === 'object' && source !== null && !Array.isArray(source))) {
    return sources;
  }
  throw new YamlFailure(
    'map merge requires map or sequence of maps as the value',
    offset,
    'merge an alias of a map: <<: *name',
  );
}
