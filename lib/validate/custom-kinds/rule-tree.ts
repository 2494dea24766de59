import { itemsOf, isEmbedded, propertyOf, type Schema, valuesOf } from '../crd/schema';
import { mayHaveRules } from './may-have-rules';
import { type CompiledRule, compiledRules } from './compiled-rules';

/** The rules of a schema and of those below it; schemas without any are left out. */
export interface RuleNode {
  readonly schema: Schema;
  readonly isRoot: boolean;
  readonly rules: readonly CompiledRule[];
  readonly allOf: readonly RuleNode[];
  readonly items?: RuleNode;
  readonly values?: RuleNode;
  readonly properties: ReadonlyMap<string, RuleNode>;
}

/** First minor that evaluates rules within allOf. */
const WITH_ALL_OF = 31;

const trees = new WeakMap<Schema, Map<number, RuleNode | undefined>>();

/** The rules of the schema of a kind, compiled once. */
export function ruleTree(schema: Schema, minor: number): RuleNode | undefined {
  let byMinor = trees.get(schema);
  if (!byMinor) trees.set(schema, (byMinor = new Map()));
  if (!byMinor.has(minor))
    byMinor.set(minor, mayHaveRules(schema) ? node(schema, schema, true, minor) : undefined);
  return byMinor.get(minor);
}

/** @param schema what says of which type the values are, if the rules are those of an allOf in it */
function node(source: Schema, schema: Schema, isRoot: boolean, minor: number): RuleNode | undefined {
  const made: RuleNode = {
    schema,
    isRoot,
    rules: compiledRules(source['x-kubernetes-validations'] ?? [], schema, isRoot, minor),
    allOf:
      minor < WITH_ALL_OF ? [] : present((source.allOf ?? []).map((one) => node(one, schema, isRoot, minor))),
    items: inner(itemsOf(source), itemsOf(schema), minor),
    values: inner(valuesOf(source), valuesOf(schema), minor),
    properties: new Map(
      Object.entries(source.properties ?? {}).flatMap(([name, property]) => {
        const found = inner(property, propertyOf(schema, name), minor);
        return found ? [[name, found] as const] : [];
      }),
    ),
  };
  const { rules, allOf, items, values, properties } = made;
  return rules.length || allOf.length || items || values || properties.size ? made : undefined;
}

const inner = (source: Schema | undefined, schema: Schema | undefined, minor: number) =>
  source && schema && node(source, schema, isEmbedded(schema), minor);

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T & {} => value !== undefined);
