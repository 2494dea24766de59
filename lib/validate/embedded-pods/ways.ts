import { isMap } from '../../object/value-at';
import type { PodType } from './embedded-pod';
import { embeddedPodsOf } from './known';
import { valuesAt } from './places';

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * The ways to the maps with metadata and spec of the whole Pods in a custom resource; undefined if its kind
 * is not known to have any.
 */
export function podWaysIn(manifest: Head): readonly (readonly string[])[] | undefined {
  const pods = embeddedPodsOf(manifest)?.filter(({ merged, type }) => !merged && type !== 'Container');
  if (!pods?.length) return undefined;
  return pods.flatMap(({ at, type }) =>
    at
      .flatMap((path) => valuesAt(manifest, path))
      .filter(({ value }) => isMap(value))
      .map(({ at: place }) => toTemplate(place.segments().map(String), type)),
  );
}

function toTemplate(way: readonly string[], type: PodType): readonly string[] {
  switch (type) {
    case 'PodSpec':
      return way.slice(0, -1);
    case 'JobSpec':
      return [...way, 'template'];
    case 'JobTemplateSpec':
      return [...way, 'spec', 'template'];
    default:
      return way;
  }
}
