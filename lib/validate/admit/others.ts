import type { Admission } from './objects';
import type { RunContext } from './policies';

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
    .filter(({ kind }) => kind === 'ValidatingAdmissionPolicy');
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

const HOOKS = /^(?:Mutating|Validating)WebhookConfiguration$|^MutatingAdmissionPolicy$/;

/** What webhooks and mutating policies are asked about. */
export function hooksFor(run: RunContext, manifests: () => Iterable<unknown>): Pick<Admission, 'hooks'> {
  const { objects } = run.admission;
  if (!objects.some(({ manifest }) => HOOKS.test(String((manifest as Manifest).kind)))) return {};
  const { hookMatches } = require('./hooks') as typeof import('./hooks');
  return { hooks: hookMatches(run, manifests()) };
}
