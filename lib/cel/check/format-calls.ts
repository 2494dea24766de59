import { type Clause, END, type FormatPart, parseFormat } from '../functions/format-clauses';
import { RULES } from '../functions/format-text';
import type { Call, Node } from '../syntax/ast';
import { childrenOf } from '../syntax/children';
import type { Fault } from '../syntax/source';
import { type CelType, isDyn } from '../types';

/** Types that each clause of a format takes. */
const TAKEN: { readonly [verb: string]: readonly string[] } = {
  s: 'list map int uint double bool string timestamp bytes duration type null'.split(' '),
  d: ['int', 'uint'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  o: ['int', 'uint'],
  x: ['int', 'uint', 'string', 'bytes'],
};

/** What is wrong with a call of `format` with a constant text (ext.stringFormatValidator). */
export function formatFault(node: Call, typeOf: (node: Node) => CelType): Fault | undefined {
  const { target, args, at } = node;
  if (node.name !== 'format' || target?.kind !== 'literal' || args[0]?.kind !== 'list') return undefined;
  const { items } = args[0];
  let used = 0;
  for (const part of parseFormat(String(target.value), () => undefined)) {
    if (typeof part === 'string') continue;
    const problem = problemOf(part, used, items.length);
    const fault =
      problem === undefined ? clauseFault(part as Clause, items[used], typeOf) : { at, message: problem };
    if (fault) return fault;
    used++;
  }
  if (items.length <= used) return undefined;
  const counts = `(expected ${used}, got ${items.length})`;
  return { at, message: `too many arguments supplied to string.format ${counts}` };
}

/** What is wrong with a clause whatever its argument is. */
function problemOf(part: FormatPart, used: number, count: number): string | undefined {
  const problem = 'problem' in part ? part.problem : undefined;
  return used >= count && problem !== END ? `index ${used} out of range` : problem;
}

function clauseFault({ verb }: Clause, item: Node, typeOf: (node: Node) => CelType): Fault | undefined {
  const kind = verb.toLowerCase() as keyof typeof RULES;
  const wrong = verb === 's' ? unprintable(item, typeOf) : [item].find((node) => !takes(kind, typeOf(node)));
  if (!wrong) return undefined;
  const message = `error during formatting: ${RULES[kind]}, was given ${typeOf(wrong).name}`;
  return { at: wrong.at, message };
}

const takes = (verb: string, type: CelType) => isDyn(type) || TAKEN[verb].includes(type.kind);

/** The first part of a literal that `%s` does not print. */
function unprintable(node: Node, typeOf: (node: Node) => CelType): Node | undefined {
  if (!takes('s', typeOf(node))) return node;
  if (node.kind !== 'list' && node.kind !== 'map') return undefined;
  for (const child of childrenOf(node)) {
    const wrong = unprintable(child, typeOf);
    if (wrong) return wrong;
  }
  return undefined;
}
