import { LABEL_PREFIX, labelProblems, type Labels, policyOf } from './labels';
import type { PodSecurity, Policy } from './policy';

/** Labels of namespaces, by name. */
export type NamespaceLabels = ReadonlyMap<string, Labels>;

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: {
    readonly name?: unknown;
    readonly namespace?: unknown;
    readonly labels?: unknown;
  } | null;
}

/** Labels of those Namespaces among manifests that ask for a policy, and that a server would take. */
export function namespaceLabels(manifests: Iterable<unknown>): NamespaceLabels {
  const found = new Map<string, Labels>();
  for (const manifest of manifests) {
    const { apiVersion, kind, metadata } = (manifest ?? {}) as Manifest;
    const labels = metadata?.labels as Labels | null | undefined;
    if (
      apiVersion !== 'v1' ||
      kind !== 'Namespace' ||
      typeof metadata?.name !== 'string' ||
      typeof labels !== 'object' ||
      labels === null
    ) {
      continue;
    }
    if (
      Object.keys(labels).some((label) => label.startsWith(LABEL_PREFIX)) &&
      !labelProblems(labels).length
    ) {
      found.set(metadata.name, labels);
    }
  }
  return found;
}

/** What a manifest's Pods are judged by: its namespace's labels, and what holds where there are none. */
export function policyFor(
  manifest: object,
  given: PodSecurity | undefined,
  namespaces: NamespaceLabels | undefined,
): Policy | undefined {
  if (!given && !namespaces?.size) return undefined;
  const namespace = (manifest as Manifest).metadata?.namespace;
  const labels = namespaces?.get(typeof namespace === 'string' && namespace ? namespace : 'default');
  return labels || given ? policyOf(labels ?? {}, given) : undefined;
}
