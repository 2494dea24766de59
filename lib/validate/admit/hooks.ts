import type { RawFinding } from '../collector';
import { customKind } from '../custom-kinds';
import { isMap } from '../../object/value-at';
import type { AnyObject } from '../kinds/strategy';
import { FieldPath } from '../path';
import { ALL_MINORS, type Kind, kindOf } from '../schema/schema';
import type { MatchResources, MutatingWebhook, MutatingWebhookConfiguration } from '../schema/types';
import { knownObjects } from './known-objects';
import type { HookMatches } from './objects';
import { type Asked, askedOf, isExempt } from './policies/asked';
import type { RunContext } from './policies/run';
import { matchOf } from './policies/match';
import { ADMISSION_HOOK } from './rules';

/** Something that a server asks, and that is not evaluated here. */
interface Hook {
  readonly key: string;
  readonly matches: readonly MatchResources[];
}

const GROUP = 'admissionregistration.k8s.io/v1';
const CONFIGURATIONS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const MUTATING_POLICY = 'MutatingAdmissionPolicy';

const keyOf = (kind: string, { metadata }: AnyObject) => `${kind} ${metadata?.name ?? ''}`;

const matchBy = ({
  rules,
  matchPolicy,
  namespaceSelector,
  objectSelector,
}: MutatingWebhook): MatchResources => ({
  resourceRules: rules ?? [],
  matchPolicy,
  namespaceSelector,
  objectSelector,
});

function hooksIn({ admission, minor }: RunContext): Hook[] {
  const webhooks = CONFIGURATIONS.flatMap((kind) =>
    knownObjects<MutatingWebhookConfiguration>(admission, `${GROUP} ${kind}`, minor).map(({ object }) => ({
      key: keyOf(kind, object),
      // A webhook without rules is never asked.
      matches: (object.webhooks ?? []).filter(({ rules }) => rules?.length).map(matchBy),
    })),
  );
  type Policy = AnyObject & { readonly spec?: { readonly matchConstraints?: MatchResources } };
  const policies = knownObjects<Policy>(admission, `${GROUP} ${MUTATING_POLICY}`, minor).map(
    ({ object }) => ({
      key: keyOf(MUTATING_POLICY, object),
      matches: [object.spec?.matchConstraints ?? {}],
    }),
  );
  return [...webhooks, ...policies];
}

/** What the webhooks and mutating policies of a run are asked about. */
export function hookMatches(run: RunContext, manifests: Iterable<unknown>): ReadonlyMap<string, HookMatches> {
  const found = new Map<string, HookMatches>();
  const hooks = hooksIn(run);
  if (!hooks.length) return found;
  for (const manifest of manifests) {
    const asked = askedIn(manifest, run);
    if (!asked || isExempt(asked)) continue;
    for (const { key, matches } of hooks) {
      if (!matches.some((match) => matchOf(match, asked))) continue;
      const { count = 0, first = titleOf(asked) } = found.get(key) ?? {};
      found.set(key, { count: count + 1, first });
    }
  }
  return found;
}

const titleOf = ({ kind, namespace, isNamespace, object: { metadata } }: Asked) =>
  `${kind.kind} ${namespace && !isNamespace ? `${namespace}/` : ''}${metadata?.name ?? ''}`;

/** What is no manifest of a known kind, nobody is asked about. */
function askedIn(manifest: unknown, run: RunContext): Asked | undefined {
  if (!isMap(manifest) || !isMap(manifest.metadata ?? {})) return undefined;
  const { apiVersion, kind: name, metadata } = manifest;
  const labels = (metadata as { readonly labels?: unknown } | undefined)?.labels ?? {};
  if (typeof apiVersion !== 'string' || typeof name !== 'string' || !isMap(labels)) return undefined;
  const kind = kindOf(apiVersion, name) ?? ownKind(apiVersion, name, run);
  return kind && askedOf(manifest as AnyObject, kind, run, () => manifest);
}

function ownKind(apiVersion: string, kind: string, { crds = [], minor }: RunContext): Kind | undefined {
  const custom = customKind(crds, apiVersion, kind, minor);
  const plural = custom?.crd.spec?.names?.plural ?? '';
  return (
    custom && { apiVersion, kind, struct: '', plural, namespaced: custom.namespaced, minors: ALL_MINORS }
  );
}

/** Says of a webhook configuration or mutating policy that others are not judged by it. */
export function hookFindings(object: AnyObject, kind: Kind, { admission }: RunContext): RawFinding[] {
  const found = admission.hooks?.get(keyOf(kind.kind, object));
  if (!found) return [];
  const { count, first } = found;
  const what = count === 1 ? first : `${count} manifests, such as ${first}`;
  const does = kind.kind.startsWith('Mutating') ? 'change or refuse' : 'refuse';
  return [
    {
      rule: ADMISSION_HOOK.id,
      level: 'info',
      stage: 'admit',
      path: FieldPath.ROOT,
      message: `may ${does} ${what}, which is not checked here`,
      suggestion: ADMISSION_HOOK.suggestion,
    },
  ];
}
