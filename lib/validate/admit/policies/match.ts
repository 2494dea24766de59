import { servedVersions } from '../../custom-kinds';
import { allKinds, covers, kindOf } from '../../schema/schema';
import type { MatchResources, NamedRuleWithOperations } from '../../schema/types';
import type { Asked } from './asked';
import { namespaceLabels } from './namespaces';
import { isEmpty, selects } from './selector';

/** A resource in a version of its group. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
}

/** The resource under which rules match what is asked; undefined if they do not (Matcher.Matches). */
export function matchOf(match: MatchResources | undefined, asked: Asked): Resource | undefined {
  const own = ownResource(asked);
  if (!match) return own;
  const { resourceRules = [], excludeResourceRules = [] } = match;
  if (!selectsNamespace(match, asked) || !selectsObject(match, asked)) return undefined;
  if (matchByRules(excludeResourceRules, match, asked)) return undefined;
  return resourceRules.length ? matchByRules(resourceRules, match, asked) : own;
}

export const ownResource = ({ group, version, kind }: Asked): Resource => ({
  group,
  version,
  plural: kind.plural,
});

/** Objects of the whole cluster are never exempt. */
function selectsNamespace({ namespaceSelector = {} }: MatchResources, asked: Asked): boolean {
  if ((!asked.namespace && !asked.isNamespace) || isEmpty(namespaceSelector)) return true;
  return selects(namespaceSelector, namespaceLabels(asked));
}

function selectsObject({ objectSelector = {} }: MatchResources, { object, former }: Asked): boolean {
  if (isEmpty(objectSelector)) return true;
  const { labels } = (former?.metadata ?? {}) as { readonly labels?: { readonly [label: string]: string } };
  return (
    selects(objectSelector, object.metadata?.labels ?? {}) ||
    (!!former && selects(objectSelector, labels ?? {}))
  );
}

function matchByRules(
  rules: readonly NamedRuleWithOperations[],
  { matchPolicy }: MatchResources,
  asked: Asked,
): Resource | undefined {
  const own = ownResource(asked);
  const isNamed = ({ resourceNames = [] }: NamedRuleWithOperations) =>
    !resourceNames.length || resourceNames.includes(asked.object.metadata?.name ?? '');
  if (rules.some((rule) => isRuleFor(rule, own, asked) && isNamed(rule))) return own;
  if (matchPolicy === 'Exact') return undefined;
  const others = equivalentsOf(asked);
  for (const rule of rules) {
    const found = others.find((other) => isRuleFor(rule, other, asked) && isNamed(rule));
    if (found) return found;
  }
  return undefined;
}

/** rules.Matcher, apiserver pkg/admission/plugin/webhook/predicates/rules 1.36. */
function isRuleFor(
  { apiGroups = [], apiVersions = [], operations = [], resources = [], scope }: NamedRuleWithOperations,
  { group, version, plural }: Resource,
  asked: Asked,
): boolean {
  return (
    isInScope(scope, asked) &&
    isListed(operations, asked.operation) &&
    isListed(apiGroups, group) &&
    isListed(apiVersions, version) &&
    resources.some((resource) => [plural, '*', '*/*', `${plural}/*`].includes(resource))
  );
}

const isListed = (items: readonly string[], item: string) => items.includes('*') || items.includes(item);

function isInScope(scope: string | undefined, { namespace, isNamespace }: Asked): boolean {
  const isOfNamespace = !isNamespace && namespace !== '';
  return scope === 'Namespaced' ? isOfNamespace : scope === 'Cluster' ? !isOfNamespace : true;
}

/** The same resource in other versions that the server has. */
function equivalentsOf({ kind, group, version, minor, crds = [] }: Asked): Resource[] {
  if (!kindOf(kind.apiVersion, kind.kind)) {
    const versions = servedVersions(crds, group, kind.kind, minor) ?? [];
    return versions
      .filter((other) => other !== version)
      .map((other) => ({ group, version: other, plural: kind.plural }));
  }
  return [...allKinds().values()]
    .filter(
      (other) =>
        other.kind === kind.kind &&
        other.apiVersion !== kind.apiVersion &&
        covers(other.minors, minor) &&
        areStoredAlike(groupOf(other.apiVersion), group),
    )
    .map((other) => ({
      group: groupOf(other.apiVersion),
      version: other.apiVersion.split('/').at(-1)!,
      plural: other.plural,
    }));
}

const groupOf = (apiVersion: string) => (apiVersion.includes('/') ? apiVersion.split('/')[0] : '');

/** Events are the only ones that two groups have. */
const areStoredAlike = (one: string, other: string) =>
  one === other || [one, other].every((group) => ['', 'events.k8s.io'].includes(group));
