import type { DefinitionSource } from '../../custom-kinds/definitions';
import type { Admission } from '../objects';

/** What every expression about the objects of a run is evaluated with. */
export interface RunContext {
  readonly admission: Admission;
  readonly minor: number;
  readonly crds?: readonly DefinitionSource[];
}

/** JSON of an object, as a server has it when it asks policies. */
export type Json = { readonly [field: string]: unknown };
