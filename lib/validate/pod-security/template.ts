import { podPlace } from '../pod-templates';
import { podSubject, type PodSubject } from './pod-subject';

export const isPodKind = (kind: string) => kind === 'v1 Pod';

/**
 * What Pod Security looks at in a manifest. `kind` is `apiVersion kind`; undefined if there are no Pods in
 * it.
 */
export function subjectOf(kind: string, object: object): PodSubject | undefined {
  const place = podPlace(kind, object);
  return place && podSubject(place.template.metadata, place.template.spec, place.path, isPodKind(kind));
}
