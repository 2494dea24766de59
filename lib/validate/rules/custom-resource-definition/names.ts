import { dns1035Label, dnsSubdomain } from '../../../apimachinery/dns';
import type { Field, Hint } from '../../field';
import { goPlain } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceDefinition, CustomResourceDefinitionNames } from '../../schema/types';
import { judgeKindName } from '../kind-name';
import { effectiveName } from '../metadata';

/**
 * The name of a definition (ValidateCustomResourceDefinition, pkg/apis/apiextensions/validation 1.30 to
 * 1.37).
 */
export const NAME = defineRule<Rule<CustomResourceDefinition>>({
  id: 'crd-name',
  stage: 'judge',
  mistake: 'a CustomResourceDefinition that is not named after the plural of its resource and its group',
  suggestion: 'rename it to `spec.names.plural`, a dot and `spec.group`',
  judge({ metadata = {}, spec: { names = {}, group = '' } = {} }, at) {
    const { plural = '' } = names;
    const wanted = `${plural}.${group}`;
    const isKnown = plural && group && !metadata.generateName;
    const hint = isKnown ? { suggestion: `rename it to "${wanted}"`, meant: wanted } : undefined;
    const place = at.field('metadata');
    judgeName(metadata.generateName, wanted, place.field('generateName'));
    judgeName(effectiveName(metadata), wanted, place.field('name'), hint);
  },
});

function judgeName(name: string | undefined, wanted: string, at: Field, hint?: Hint): void {
  if (name && name !== wanted) at.invalid(name, 'must be spec.names.plural+"."+spec.group', hint);
}

const SCOPES = ['Cluster', 'Namespaced'];

/** validateCustomResourceDefinitionSpec, 1.30 to 1.37: the group and the scope. */
export const GROUP_AND_SCOPE = defineRule<Rule<CustomResourceDefinition>>({
  id: 'crd-group',
  stage: 'judge',
  mistake: 'the group or the scope of a custom resource, missing or malformed',
  suggestion: 'use a domain that you own as the group, and `Namespaced` or `Cluster` as the scope',
  judge({ spec: { group = '', scope = '' } = {} }, at) {
    const [ofGroup, ofScope] = [at.field('group'), at.field('scope')];
    const problems = group ? dnsSubdomain(group) : [];
    if (!group) ofGroup.required('', { suggestion: 'set group to a domain such as example.com' });
    else if (problems.length) ofGroup.invalid(group, problems.join(','));
    else if (!group.includes('.')) ofGroup.invalid(group, 'should be a domain with at least one dot');
    if (!scope) ofScope.required('', { suggestion: 'set scope to Namespaced or Cluster' });
    else if (!SCOPES.includes(scope)) ofScope.notSupported(goPlain(scope), SCOPES);
  },
});

/** The same and ValidateCustomResourceDefinitionNames, 1.30 to 1.37. */
export const NAMES = defineRule<Rule<CustomResourceDefinitionNames>>({
  id: 'crd-names',
  stage: 'judge',
  mistake: 'a name of a custom resource, missing or malformed',
  suggestion: 'use lower-case letters, digits and hyphens; the kind may have capitals',
  judge(names, at) {
    for (const field of ['plural', 'singular', 'kind', 'listKind'] as const) {
      if (!names[field]) at.field(field).required('', follows(field, at));
    }
    const { plural, singular, kind, listKind } = names;
    if (plural) judgeLabel(plural, at.field('plural'));
    if (singular) judgeLabel(singular, at.field('singular'));
    if (kind) judgeKindName(kind, at.field('kind'));
    if (listKind) judgeKindName(listKind, at.field('listKind'));
    names.shortNames?.forEach((name, index) => judgeLabel(name, at.field('shortNames').index(index)));
    if (kind && kind === listKind) {
      at.field('listKind').invalid(listKind, 'kind and listKind may not be the same');
    }
    names.categories?.forEach((name, index) => judgeLabel(name, at.field('categories').index(index)));
  },
});

/** The singular and the kind of lists are made of the kind. */
const follows = (field: string, at: Field) =>
  field === 'singular' || field === 'listKind' ? { follows: [at.field('kind')] } : undefined;

/** All problems of a name are one cause. */
export function judgeLabel(name: string, at: Field, hint?: Hint): void {
  const problems = dns1035Label(name);
  if (problems.length) at.invalid(name, problems.join(','), hint);
}
