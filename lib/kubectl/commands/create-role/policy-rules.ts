import { compareBytes } from '../../../go/format';
import { KubectlError } from '../../errors';
import { goList, type JsonObject, struct } from '../../../go/object';
import { resourceFor, unknownResource } from '../../resources/resources';

/** A resource as `--resource` names it. */
export interface NamedResource {
  readonly resource: string;
  readonly group: string;
  readonly subresource: string;
}

const STANDARD_VERBS = [
  '*',
  'get',
  'delete',
  'list',
  'create',
  'update',
  'patch',
  'watch',
  'proxy',
  'deletecollection',
  'use',
  'bind',
  'escalate',
  'impersonate',
];

const ROLES = ['roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io'];

/** Verbs that only some resources know. */
const SPECIAL_VERBS: { readonly [verb: string]: readonly string[] } = {
  use: ['podsecuritypolicies.policy', 'podsecuritypolicies.extensions'],
  bind: ROLES,
  escalate: ROLES,
  impersonate: ['users.', 'serviceaccounts.', 'groups.', 'userextras.authentication.k8s.io'],
};

/** `*` stands for all others. */
export const verbsOf = (verbs: readonly string[]) => (verbs.includes('*') ? ['*'] : [...new Set(verbs)]);

/** `RESOURCE.GROUP/SUBRESOURCE`; a star alone stands for all others. */
export function namedResources(texts: readonly string[]): NamedResource[] {
  const named = texts.map((text) => {
    const [, resource, group = '', subresource = ''] = /^([^./]*)(?:\.([^/]*))?(?:\/([^]*))?$/.exec(text)!;
    return { resource, group, subresource };
  });
  const all = texts.indexOf('*');
  return all < 0 ? named : [named[all]];
}

export function warnOfVerbs(verbs: readonly string[], warn: (text: string) => void): void {
  for (const verb of verbs) {
    if (!STANDARD_VERBS.includes(verb)) warn(`'${verb}' is not a standard resource verb`);
  }
}

/** Refuses resources that a server does not have, and verbs that they do not know (validateResource). */
export function checkResources(
  resources: readonly NamedResource[],
  verbs: readonly string[],
  warn: (text: string) => void,
): void {
  for (const { resource, group } of resources) {
    if (!resource) throw new KubectlError('resource must be specified if apiGroup/subresource specified');
    if (resource === '*') return;
    const known = resourceFor(resource, group, warn);
    const [plural, ofGroup] = [known?.plural ?? resource, known?.group ?? group];
    const special = verbs.filter((verb) => Object.hasOwn(SPECIAL_VERBS, verb));
    const unfit = special.find((verb) => !SPECIAL_VERBS[verb].includes(`${plural}.${ofGroup}`));
    if (unfit !== undefined) {
      throw new KubectlError(`can not perform '${unfit}' on '${plural}' in group '${ofGroup}'`);
    }
    if (!known && !special.length) throw unknownResource(resource, group);
  }
}

interface Rule {
  readonly verbs: readonly string[];
  readonly resources: readonly NamedResource[];
  readonly resourceNames: readonly string[];
  readonly urls: readonly string[];
}

/** A rule for each group (generateResourcePolicyRules). */
export function policyRules({ verbs, resources, resourceNames, urls }: Rule): JsonObject[] {
  const groups = new Map<string, Set<string>>();
  for (const { resource, group, subresource } of resources) {
    const known = resourceFor(resource, group);
    const ofGroup = known?.group ?? group;
    const plural = known?.plural ?? resource;
    groups.set(
      ofGroup,
      (groups.get(ofGroup) ?? new Set()).add(subresource ? `${plural}/${subresource}` : plural),
    );
  }
  const names = goList([...new Set(resourceNames)]);
  const byGroup = [...groups]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([group, plurals]) =>
      struct({ verbs, apiGroups: [group], resources: [...plurals], resourceNames: names }),
    );
  return urls.length ? [...byGroup, { verbs, nonResourceURLs: urls }] : byGroup;
}
