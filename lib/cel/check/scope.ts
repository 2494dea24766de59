import type { Declaration } from '../functions/declare';
import type { MacroSet } from '../syntax/macros';
import type { SyntaxOptions } from '../syntax/source';
import type { CelType } from '../types';

/** What an expression may refer to. */
export interface Scope {
  readonly macros: MacroSet;
  readonly syntax: SyntaxOptions;
  /** Whether `self.namespace` means a field whose name is escaped as `__namespace__`. */
  readonly hasKeywordFields: boolean;
  /** Whether calls of `format` are checked before they are evaluated. */
  readonly hasFormatChecks: boolean;
  readonly variables: { readonly [name: string]: CelType };
  functionNamed(name: string): Declaration | undefined;
  /** The type that a name stands for. */
  typeNamed(name: string): CelType | undefined;
}
