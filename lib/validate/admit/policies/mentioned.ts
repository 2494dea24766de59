import { FieldPath } from '../../path';

interface Variable {
  readonly name?: string;
  readonly expression?: string;
}

/** An expression with what its variables stand for: each may refer to those before it. */
export const withVariables = (expression: string, variables: readonly Variable[]): string =>
  [...variables]
    .reverse()
    .reduce(
      (text, { name = '', expression: value = '' }) =>
        text.replace(/\bvariables\.(\w+)/g, (mention, other) => (other === name ? `(${value})` : mention)),
      expression,
    );

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
