import type { Node } from '../syntax/ast';

/** The parts of a name such as `a.b.c`. */
export function qualifiedName(node: Node): string[] | undefined {
  const names: string[] = [];
  let inner = node;
  while (inner.kind === 'select' && !inner.isTest) {
    names.unshift(inner.field);
    inner = inner.operand;
  }
  return inner.kind === 'ident' ? [inner.name, ...names] : undefined;
}
