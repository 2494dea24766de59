import type { Facts } from '../openapi/facts';
import type { GoField, GoStructs } from './source';

/**
 * What Go has beyond OpenAPI: type → field → how Go calls its type, and the embedded structs that it is in.
 */
export interface GoTypes {
  readonly [type: string]: { readonly [field: string]: GoTypeFacts };
}

export interface GoTypeFacts {
  /** Type as Go prints it, where it is not what the field's type expression tells. */
  readonly type?: string;
  /** Names of the embedded structs that lend the field, outermost first and joined by dots. */
  readonly embedded?: string;
}

/** Compares the packages, by `group.version`, with the facts and keeps what the facts do not tell. */
export function goTypes(facts: Facts, packages: ReadonlyMap<string, GoStructs>): GoTypes {
  const types: { [type: string]: { [field: string]: GoTypeFacts } } = {};
  for (const name of Object.keys(facts.types)) {
    const [group, version, struct] = name.split('.');
    const structs = packages.get(`${group}.${version}`);
    const own = structs && fieldsBeyond(facts.types[name], flatten(structs, packages, struct));
    if (own && Object.keys(own).length) types[name] = own;
  }
  return types;
}

export type Placed = GoField & { readonly embedded: string };

/** The fields of a struct and those that its embedded structs lend to it. */
export function flatten(
  structs: GoStructs,
  packages: ReadonlyMap<string, GoStructs>,
  struct: string,
  embedded = '',
): Placed[] {
  return (structs.get(struct) ?? []).flatMap((field): Placed[] => {
    if (field.json) return [{ ...field, embedded }];
    const name = field.type.split('.').at(-1)!;
    const home = structs.has(name) ? structs : packages.get('meta.v1')!;
    return flatten(home, packages, name, embedded ? `${embedded}.${field.name}` : field.name);
  });
}

function fieldsBeyond(
  fields: Facts['types'][string],
  placed: readonly Placed[],
): { [field: string]: GoTypeFacts } {
  const known = placed
    .filter(({ json }) => json! in fields)
    .map(({ json, type, embedded }): [string, GoTypeFacts] => {
      const told = SPEAKS_FOR_ITSELF.test(fields[json!].type) || type === goNameOf(fields[json!].type);
      return [json!, { ...(told ? {} : { type }), ...(embedded ? { embedded } : {}) }];
    });
  return Object.fromEntries(
    known.filter(([, fact]) => Object.keys(fact).length).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Types that decode themselves: no error calls their name. */
const SPEAKS_FOR_ITSELF = /^(quantity|intOrString|time|microTime|object|any|[^[{].*\|.*)$/;

/** How Go prints the type of an expression. The same as goType in lib/validate/decode/go-type.ts. */
function goNameOf(expression: string): string {
  if (expression.startsWith('[]')) return `[]${goNameOf(expression.slice(2))}`;
  if (expression.startsWith('{}')) return `map[string]${goNameOf(expression.slice(2))}`;
  return { bytes: '[]uint8', double: 'float64' }[expression] ?? expression.split('.').slice(-2).join('.');
}

/** One type a line, so that a change reads well in review. */
export function goTypesText(types: GoTypes): string {
  return `{\n${Object.entries(types)
    .map(([name, fields]) => `  ${JSON.stringify(name)}: ${JSON.stringify(fields)}`)
    .join(',\n')}\n}\n`;
}
