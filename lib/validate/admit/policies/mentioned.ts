import { FieldPath } from '../../path';

interface Variable {
  readonly name?: string;
  readonly expression?: string;
}

/** An expression and those of the variables that it refers to, directly or by others. */
export function withVariables(expression: string, variables: readonly Variable[]): string {
  const texts = new Map(variables.map(({ name = '', expression: text = '' }) => [name, text]));
  const found = new Set([expression]);
  for (const text of found) {
    for (const [, name] of text.matchAll(/\bvariables\.(\w+)/g)) found.add(texts.get(name) ?? '');
  }
  return [...found].join(' ');
}

const MENTION = /\bobject((?:\.[A-Za-z_]\w*)+)/g;

/** The field of an object that an expression is about: what all that it mentions have in common. */
export function mentionedField(expression: string, object: unknown): FieldPath {
  const ways = [...expression.matchAll(MENTION)].map(([, fields]) =>
    existing(fields.slice(1).split('.'), object),
  );
  const [first = [], ...others] = ways;
  const differs = first.findIndex((name, index) => others.some((way) => way[index] !== name));
  const common = differs < 0 ? first : first.slice(0, differs);
  return FieldPath.ROOT.field(...common);
}

/** The beginning of a way that is there. */
function existing(names: readonly string[], object: unknown): readonly string[] {
  let holder = object;
  const missing = names.findIndex((name) => {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return true;
    holder = (holder as { readonly [name: string]: unknown })[name];
    return holder === undefined;
  });
  return missing < 0 ? names : names.slice(0, missing);
}
