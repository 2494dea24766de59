import { FieldPath, type PathSegment } from '../validate/path';

/** Maps whose keys users choose. */
const MAPS: ReadonlySet<unknown> = new Set([
  'annotations',
  'binaryData',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'parameters',
  'requests',
  'stringData',
]);

/** The path of a field in a manifest, as a server writes it: keys of maps are in brackets. */
export const pathTo = (way: readonly PathSegment[]): FieldPath =>
  way.reduce<FieldPath>((path, segment, index) => {
    if (typeof segment === 'number') return path.index(segment);
    const isField = /^[A-Za-z]\w*$/.test(segment) && !MAPS.has(way[index - 1]);
    return isField ? path.field(segment) : path.key(segment);
  }, FieldPath.ROOT);
