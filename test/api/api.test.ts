import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the jsii compiler says of the public API; `npm test` builds it first. */
interface Assembly {
  readonly types: { readonly [fqn: string]: ApiType };
  readonly targets: { readonly [language: string]: unknown };
}

interface ApiType {
  readonly kind: string;
  readonly fqn: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly abstract?: boolean;
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly members?: readonly Member[];
  readonly initializer?: { readonly parameters?: readonly Member[] };
}

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

interface Member {
  readonly name: string;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly type?: TypeReference;
  readonly docs?: { readonly summary?: string; readonly default?: string };
  readonly parameters?: readonly Member[];
  readonly returns?: { readonly type: TypeReference; readonly optional?: boolean };
}

const assembly = JSON.parse(readFileSync(join(__dirname, '../../.jsii'), 'utf8')) as Assembly;
const own = Object.values(assembly.types)
  .filter(({ fqn }) => !fqn.startsWith('cdk8s-pod-patterns.k8s.'))
  .sort((a, b) => (a.fqn < b.fqn ? -1 : 1));
const structs = Object.values(assembly.types).filter(({ fqn }) => fqn.startsWith('cdk8s-pod-patterns.k8s.'));

function typeText(type: TypeReference): string {
  const { primitive, fqn, collection, union } = type;
  if (collection) return `${typeText(collection.elementtype)}${collection.kind === 'array' ? '[]' : '{}'}`;
  if (union) return union.types.map(typeText).join(' | ');
  return primitive ?? nameOf(fqn!);
}

const nameOf = (fqn: string) => fqn.replace('cdk8s-pod-patterns.', '');
const optional = ({ optional: is }: Member | { optional?: boolean }) => (is ? '?' : '');
const parameters = (list: readonly Member[] = []) =>
  list.map((parameter) => `${parameter.name}${optional(parameter)}: ${typeText(parameter.type!)}`).join(', ');

function method(member: Member): string {
  const { name, returns } = member;
  const words = [member.static ? 'static' : '', member.abstract ? 'abstract' : '']
    .filter(Boolean)
    .map((word) => `${word} `)
    .join('');
  return `${words}${name}(${parameters(member.parameters)})${returns ? `: ${typeText(returns.type)}${optional(returns)}` : ''}`;
}

function describeType({
  kind,
  fqn,
  base,
  interfaces = [],
  abstract,
  initializer,
  properties = [],
  methods = [],
  members = [],
}: ApiType): string {
  const parents = [base ?? [], interfaces].flat().map(nameOf).join(', ');
  return [
    `${abstract ? 'abstract ' : ''}${kind} ${nameOf(fqn)}${parents ? ` < ${parents}` : ''}`,
    ...(initializer ? [`  new (${parameters(initializer.parameters)})`] : []),
    ...members.map(({ name }) => `  ${name}`).sort(),
    ...properties
      .map(
        (property) =>
          `  ${property.static ? 'static ' : ''}${property.name}${optional(property)}: ${typeText(property.type!)}`,
      )
      .sort(),
    ...methods.map((member) => `  ${method(member)}`).sort(),
  ].join('\n');
}

test('the public API', () => {
  expect(own.map(describeType).join('\n\n')).toMatchSnapshot();
});

test('the structs of Kubernetes', () => {
  expect(
    structs
      .map(({ fqn, properties = [] }) => `${fqn.split('.').at(-1)} ${properties.length}`)
      .sort()
      .join('\n'),
  ).toMatchSnapshot();
});

test('it is for Python, Java and Go, too', () => {
  expect(Object.keys(assembly.targets).sort()).toEqual(['go', 'java', 'js', 'python']);
});

describe.each(own.map((type) => [type.fqn, type] as const))('%s', (_, type) => {
  test('has a docstring, and so has every member', () => {
    const all = [...(type.properties ?? []), ...(type.methods ?? []), ...(type.members ?? [])];
    const bare = [
      type.docs?.summary ? [] : [type.fqn],
      ...all.map((member) => (member.docs?.summary ? [] : [member.name])),
    ].flat();
    expect(bare).toEqual([]);
  });

  test('says the default of every optional property', () => {
    const silent =
      type.kind === 'interface'
        ? (type.properties ?? []).filter(
            (property) => property.optional && property.docs?.default === undefined,
          )
        : [];
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
