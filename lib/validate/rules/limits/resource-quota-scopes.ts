import { among } from '../../among';
import type { Field } from '../../field';
import { compareBytes, type GoValue } from '../../../go/format';
import { list, listOf, named, struct } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import { OPERATORS } from '../labels';
import type { ResourceQuotaSpec, ScopedResourceSelectorRequirement, ScopeSelector } from '../../schema/types';
import { type Amounts, isQuotaResource } from '../resource-names';

const PODS = new Set(['pods']);
const COMPUTE = new Set([
  ...PODS,
  'cpu',
  'memory',
  'limits.cpu',
  'limits.memory',
  'requests.cpu',
  'requests.memory',
]);
const CLAIMS = new Set(['persistentvolumeclaims', 'requests.storage']);

/** Resources that each scope goes with: IsResourceQuotaScopeValidForResource, pkg/apis/core/helper 1.36. */
const RESOURCES: { readonly [scope: string]: ReadonlySet<string> } = {
  Terminating: COMPUTE,
  NotTerminating: COMPUTE,
  BestEffort: PODS,
  NotBestEffort: COMPUTE,
  PriorityClass: COMPUTE,
  CrossNamespacePodAffinity: COMPUTE,
  VolumeAttributesClass: CLAIMS,
};

const SINCE: { readonly [scope: string]: number } = { VolumeAttributesClass: 33 };

const scopesOf = (minor: number) => Object.keys(RESOURCES).filter((scope) => minor >= (SINCE[scope] ?? 0));

const CONFLICTS = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

const NO_SUCH_RESOURCE = 'unsupported scope applied to resource';

interface ScopesSubject {
  readonly scopes: readonly string[];
  readonly hard: Amounts;
}

/** validateResourceQuotaScopes, pkg/apis/core/validation 1.36. */
export const SCOPES = defineRule<Rule<ScopesSubject>>({
  id: 'resource-quota-scope',
  stage: 'judge',
  mistake:
    'an unknown scope, one that does not go with a resource or another scope, or its malformed operator',
  suggestion: 'use a scope that goes with each resource of the quota',
  judge({ scopes, hard }, at) {
    const shown = list(scopes, 'core.ResourceQuotaScope');
    scopes.forEach((scope, index) => {
      const place = at.shownAt(at.index(index));
      if (!scopesOf(at.minor).includes(scope)) {
        place.invalid(shown, 'unsupported scope', among(scope, scopesOf(at.minor)));
      }
      judgeResources(scope, hard, shown, place);
    });
    judgeConflicts(scopes, shown, at);
  },
});

/** validateScopedResourceSelectorRequirement, 1.36: paths have no index, and conflicts show spec.scopes. */
export const SCOPE_SELECTOR: Rule<ResourceQuotaSpec> = {
  id: SCOPES.id,
  judge({ scopeSelector = {}, scopes, hard = {} }, at) {
    const { matchExpressions = [] } = scopeSelector;
    matchExpressions.forEach((requirement, index) => {
      const { scopeName = '' } = requirement;
      const place = at.shownAt(at.index(index));
      if (!scopesOf(at.minor).includes(scopeName)) {
        place
          .field('scopeName')
          .invalid(named(scopeName), 'unsupported scope', among(scopeName, scopesOf(at.minor)));
      }
      judgeResources(scopeName, hard, shownSelector(scopeSelector), place);
      judgeOperator(requirement, place);
    });
    judgeConflicts(
      matchExpressions.map(({ scopeName = '' }) => scopeName),
      list(scopes, 'core.ResourceQuotaScope'),
      at,
    );
  },
};

function judgeResources(scope: string, hard: Amounts, shown: GoValue, at: Field): void {
  if (!scopesOf(at.minor).includes(scope)) return;
  const supported = RESOURCES[scope];
  for (const resource of Object.keys(hard).sort(compareBytes)) {
    if (!isQuotaResource(resource) || supported.has(resource)) continue;
    at.invalid(shown, NO_SUCH_RESOURCE, {
      suggestion: `move ${resource} to a quota without the scope ${scope}, which goes with ${[...supported].join(', ')}`,
    });
  }
}

function judgeConflicts(scopes: readonly string[], shown: GoValue, at: Field): void {
  for (const pair of CONFLICTS) {
    if (pair.every((scope) => scopes.includes(scope))) {
      at.invalid(shown, 'conflicting scopes', { suggestion: `remove ${pair.join(' or ')}` });
    }
  }
}

/** Scopes that a Pod or claim has or has not. */
const WITHOUT_VALUES = new Set(Object.keys(RESOURCES).filter((scope) => !scope.endsWith('Class')));

function judgeOperator(
  { scopeName = '', operator = '', values = [] }: ScopedResourceSelectorRequirement,
  at: Field,
): void {
  const place = at.field('operator');
  if (WITHOUT_VALUES.has(scopeName) && operator !== 'Exists') {
    place.invalid(named(operator), existsText(at.minor), { suggestion: 'set operator to Exists' });
  }
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length) return;
    at.field('values').required(
      "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
    );
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (!values.length) return;
    at.field('values').invalid(
      list(values, 'string'),
      "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
      { suggestion: 'remove values, or set operator to In or NotIn' },
    );
  } else {
    place.invalid(named(operator), 'not a valid selector operator', among(operator, OPERATORS));
  }
}

const existsText = (minor: number) =>
  `must be '${minor >= 31 ? 'Exists' : 'Exist'}' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity`;

function shownSelector({ matchExpressions }: ScopeSelector): GoValue {
  const requirements = matchExpressions?.map(({ scopeName, operator, values }) =>
    struct('core.ScopedResourceSelectorRequirement', {
      ScopeName: named(scopeName),
      Operator: named(operator),
      Values: list(values, 'string'),
    }),
  );
  return struct('core.ScopeSelector', {
    MatchExpressions: listOf(requirements, 'core.ScopedResourceSelectorRequirement'),
  });
}
