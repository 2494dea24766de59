import type { Admission } from './objects';

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
}

interface Policy extends Manifest {
  readonly spec?: { readonly paramKind?: Manifest | null } | null;
}

const nameOf = ({ apiVersion, kind }: Manifest) => `${String(apiVersion)} ${String(kind)}`;

/** Whether quotas are among the objects: for them, the whole run is counted. */
export const hasQuotas = ({ objects }: Admission): boolean =>
  objects.some(({ manifest }) => (manifest as Manifest).kind === 'ResourceQuota');

/** What policies look at besides what they are asked about: Namespaces, and their parameters. */
export function othersFor(
  { objects }: Admission,
  manifests: () => Iterable<unknown>,
): Pick<Admission, 'others'> {
  const policies = objects
    .map(({ manifest }) => manifest as Policy)
    .filter(({ kind }) => String(kind).endsWith('AdmissionPolicy'));
  if (!policies.length) return {};
  const params = policies.flatMap(({ spec }) => (spec?.paramKind ? [nameOf(spec.paramKind)] : []));
  const wanted = new Set(['v1 Namespace', ...params]);
  const others: object[] = [];
  for (const manifest of manifests()) {
    if (typeof manifest === 'object' && manifest !== null && wanted.has(nameOf(manifest))) {
      others.push(manifest);
    }
  }
  return { others };
}
