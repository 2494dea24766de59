import { type CelType, DYN } from '../types';
import type { Scope } from './scope';

/** Words of CEL: a field with such a name is escaped. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace ' +
    'return var void while'
  ).split(' '),
);

/** The type of a field of a struct; undefined if it has none with that name. */
export function fieldTypeOf({ fields, isOpen }: CelType, name: string, scope: Scope): CelType | undefined {
  if (isOpen) return DYN;
  const type = fields?.get(name);
  return type ?? (scope.hasKeywordFields && KEYWORDS.has(name) ? fields?.get(`__${name}__`) : undefined);
}
