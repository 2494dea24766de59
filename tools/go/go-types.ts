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

/** Adds what the packages, by `group.version`, say and the facts do not; what they lack stays as it was. */
export function withTypes(facts: Facts, known: GoTypes, packages: ReadonlyMap<string, GoStructs>): GoTypes {
  const names = Object.keys(facts.types).sort();
  const types = names.map((name): [string, GoTypes[string]] => {
    const [group, version, struct] = name.split('.');
    const structs = packages.get(`${group}.${version}`);
    const placed = structs ? flatten(structs, packages, struct) : [];
    const own = new Set(placed.map(({ json }) => json!));
    const older = Object.entries(known[name] ?? {}).filter(([field]) => !own.has(field));
    return [name, sorted([...older, ...fieldsBeyond(facts.types[name], placed)])];
  });
  return Object.fromEntries(types.filter(([, fields]) => Object.keys(fields).length));
}

const sorted = (fields: readonly (readonly [string, GoTypeFacts])[]) =>
  Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));

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

const fieldsBeyond = (
  fields: Facts['types'][string],
  placed: readonly Placed[],
): (readonly [field: string, GoTypeFacts])[] =>
  placed
    .filter(({ json }) => json! in fields)
    .map(({ json, type, embedded }) => {
      const told = SPEAKS_FOR_ITSELF.test(fields[json!].type) || type === goNameOf(fields[json!].type);
      return [json!, { ...(told ? {} : { type }), ...(embedded ? { embedded } : {}) }] as const;
    })
    .filter(([, fact]) => Object.keys(fact).length);

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
