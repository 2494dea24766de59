import { dnsLabel } from '../../../apimachinery/dns';
import { strings } from '../../../go/format';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { NonResourcePolicyRule, PolicyRulesWithSubjects, ResourcePolicyRule } from '../../schema/types';
import { judgeSubjects } from './subjects';

/** ValidateFlowSchemaPolicyRulesWithSubjects, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export const FLOW_SCHEMA_RULES = defineRule<Rule<readonly PolicyRulesWithSubjects[]>>({
  id: 'flow-schema-rules',
  stage: 'judge',
  mistake: 'a rule of a FlowSchema without subjects, verbs or targets, or with a wildcard among others',
  suggestion: 'list `subjects`, and `resourceRules` or `nonResourceRules`; "*" stands alone',
  judge(rules, at) {
    rules.forEach((rule, index) => judgeRule(rule, at.index(index)));
  },
});

function judgeRule(rule: PolicyRulesWithSubjects, at: Field): void {
  const { subjects = [], resourceRules = [], nonResourceRules = [] } = rule;
  judgeSubjects(subjects, at.field('subjects'));
  if (!resourceRules.length && !nonResourceRules.length) {
    at.required('at least one of resourceRules and nonResourceRules has to be non-empty', {
      suggestion: 'add resourceRules or nonResourceRules',
    });
  }
  resourceRules.forEach((item, index) => judgeResources(item, at.field('resourceRules').index(index)));
  nonResourceRules.forEach((item, index) => judgeUrls(item, at.field('nonResourceRules').index(index)));
}

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const ANY = '*';

function judgeVerbs(verbs: readonly string[], at: Field): void {
  if (!verbs.length) {
    at.required('verbs must contain at least one value');
  } else if (verbs.includes(ANY)) {
    judgeAny(verbs, 'verbs', at);
  } else if (!verbs.every((verb) => VERBS.includes(verb))) {
    const word = verbs.find((verb) => !VERBS.includes(verb));
    at.notSupported(strings(verbs), VERBS, { word, suggestion: `"${word}" is none of them` });
  }
}

/** A wildcard must be alone. */
function judgeAny(items: readonly string[], others: string, at: Field): void {
  if (items.length < 2 || !items.includes(ANY)) return;
  at.invalid(strings(items), `if '*' is present, must not specify other ${others}`, {
    suggestion: `keep "*" alone, or remove it`,
  });
}

/** ValidateFlowSchemaResourcePolicyRule, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeResources(rule: ResourcePolicyRule, at: Field): void {
  const { verbs = [], apiGroups = [], resources = [], namespaces = [], clusterScope } = rule;
  judgeVerbs(verbs, at.field('verbs'));
  if (!apiGroups.length) {
    at.field('apiGroups').required('resource rules must supply at least one api group');
  }
  judgeAny(apiGroups, 'api groups', at.field('apiGroups'));
  if (!resources.length) {
    at.field('resources').required('resource rules must supply at least one resource');
  }
  judgeAny(resources, 'resources', at.field('resources'));
  judgeNamespaces(namespaces, clusterScope ?? false, at.field('namespaces'));
}

function judgeNamespaces(namespaces: readonly string[], clusterScope: boolean, at: Field): void {
  if (!namespaces.length && !clusterScope) {
    at.required('resource rules that are not cluster scoped must supply at least one namespace', {
      suggestion: 'list namespaces, or set clusterScope to true',
    });
  }
  if (namespaces.includes(ANY)) return judgeAny(namespaces, 'namespaces', at);
  namespaces.forEach((namespace, index) => {
    const messages = dnsLabel(namespace).map(
      (message) => `each member of this list must be '*' or a DNS-1123 label; ${message}`,
    );
    at.index(index).invalidEach(namespace, messages);
  });
}

/** ValidateFlowSchemaNonResourcePolicyRule, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeUrls({ verbs = [], nonResourceURLs: urls = [] }: NonResourcePolicyRule, at: Field): void {
  judgeVerbs(verbs, at.field('verbs'));
  const place = at.field('nonResourceURLs');
  if (!urls.length) {
    place.required('nonResourceURLs must contain at least one value');
  } else if (urls.includes(ANY)) {
    judgeAny(urls, 'non-resource URLs', place);
  } else {
    urls.forEach((url, index) => {
      const problem = urlProblem(url);
      if (problem) place.index(index).invalid(url, problem);
    });
  }
}

/** ValidateNonResourceURLPath, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function urlProblem(url: string): string | undefined {
  if (!url) return 'must not be empty';
  if (!url.startsWith('/')) return 'must start with slash';
  if (url.includes(' ')) return 'must not contain white-space';
  if (url.includes('//')) return 'must not contain double slash';
  const wildcards = url.split('*').length - 1;
  const good = wildcards === 0 || (wildcards === 1 && url.endsWith('/*'));
  return good ? undefined : 'wildcard can only do suffix matching';
}
