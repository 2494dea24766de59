import { type Kind, structOf } from '../../lib/validate/schema/schema';
import { typeNames } from '../generate/engine-types';
import * as facts from '../openapi/facts.json';
import { isShared } from './named-kind';
import { ruleBody } from './rule';
import { EXAMPLE, kebabOf, type Name, nameOf } from './skeleton';

/** What the files and exports of a kind are called. */
export interface KindNames {
  /** File of its strategy, which kinds of the same name share. */
  readonly file: string;
  /** Export of its strategy. */
  readonly constant: string;
  /** Its rule, in a file of its own. */
  readonly rule: Name;
}

export function kindNames(kind: Kind): KindNames {
  const file = kebabOf(kind.kind);
  const own = isShared(kind) ? nameOf(`${file}-${groupOf(kind)}`) : nameOf(file);
  return { file, constant: own.constant, rule: { ...own, constant: `${own.constant}_RULE` } };
}

/** `autoscaling-v1`; the group without a name is called core. */
function groupOf({ apiVersion }: Kind): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return `${group.split('.')[0]}-${version}`;
}

/** The member of a strategy that judges. */
export const validateText = ({ rule }: KindNames) => `  /** Upstream function, 1.36. ${EXAMPLE}. */
  validate: (object, at) => at.apply(${rule.constant}, object),
`;

/** A strategy that only judges. */
export const strategyText = (kind: Kind, names: KindNames) => `${importsOf(kind, names).join('\n')}
import type { Strategy } from './strategy';

${strategyOnly(kind, names)}`;

/** What a strategy that judges imports: its rule, then its type. */
export const importsOf = (kind: Kind, { rule }: KindNames) => [
  `import { ${rule.constant} } from '../rules/${rule.kebab}';`,
  `import type { ${typeOf(kind)} } from '../schema/types';`,
];

export const strategyOnly = (
  kind: Kind,
  names: KindNames,
) => `export const ${names.constant}: Strategy<${typeOf(kind)}> = {
  apiVersion: '${kind.apiVersion}',
  kind: '${kind.kind}',

${validateText(names)}};
`;

/** Its rule, with an example that asks for a field. */
export function ruleText(kind: Kind, { rule }: KindNames): string {
  const field = fieldOf(kind);
  return `import { defineRule, type Rule } from '../rule';
import type { ${typeOf(kind)} } from '../schema/types';

/** Why the server has this rule: upstream function, 1.36. ${EXAMPLE}. */
export const ${rule.constant} = defineRule<Rule<${typeOf(kind)}>>({
${ruleBody(rule.kebab, `judge({ ${field} }, at) {`, `if (!${field}) at.field('${field}').required();`)}
});
`;
}

/** Asks for the causes of a refusal. */
export const testText = (
  kind: Kind,
  { rule }: KindNames,
) => `import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const causes = (fields: object, minor = 36) =>
  serverStatus(
    judge({ apiVersion: '${kind.apiVersion}', kind: '${kind.kind}', metadata: { name: 'a' }, ...fields }, { minor }),
  ).causes;

/** What a real 1.36.3 says. ${EXAMPLE}. */
test.each([
  [{}, [{ reason: 'FieldValueRequired', field: '${fieldOf(kind)}', message: 'Required value' }]],
])('${rule.kebab}: %j', (fields, expected) => {
  expect(causes(fields)).toEqual(expected);
});
`;

const typeOf = ({ struct }: Kind) => typeNames(Object.keys(facts.types)).get(struct)!;

/** The field that holds what a kind is about; a kind that only has a status has none. */
function fieldOf({ struct }: Kind): string {
  const fields = [...structOf(struct).keys()];
  const own = fields.filter((field) => !['apiVersion', 'kind', 'metadata', 'status'].includes(field));
  return own.includes('spec') ? 'spec' : (own[0] ?? 'status');
}
