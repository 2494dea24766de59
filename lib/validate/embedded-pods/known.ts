import type { EmbeddedPod } from './embedded-pod';
import { PARTS_OF_PODS } from './parts';
import type { PodTemplatePattern } from './pattern';
import { WHOLE_PODS } from './table';
import { groupOf } from '../unknown-kinds/own-groups';

/** All that is known of well-known projects. */
export const EMBEDDED_PODS: readonly EmbeddedPod[] = [...WHOLE_PODS, ...PARTS_OF_PODS];

let byKind: ReadonlyMap<string, readonly EmbeddedPod[]> | undefined;

function knownByKind(): ReadonlyMap<string, readonly EmbeddedPod[]> {
  const found = new Map<string, EmbeddedPod[]>();
  for (const pod of EMBEDDED_PODS) {
    for (const kind of pod.kinds) found.set(kind, [...(found.get(kind) ?? []), pod]);
  }
  return found;
}

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * Where a manifest may have Pods.
 *
 * @param given what the user says: it counts instead of what is known of the same kind
 */
export function embeddedPodsOf(
  { apiVersion, kind }: Head,
  given: readonly PodTemplatePattern[] = NONE,
): readonly EmbeddedPod[] {
  const own = given.filter((pattern) => pattern.kind === kind && pattern.group === groupOf(apiVersion));
  if (own.length) return own.flatMap(({ pods }) => pods);
  return (byKind ??= knownByKind()).get(`${apiVersion} ${kind}`) ?? NONE;
}

const NONE: readonly never[] = [];
