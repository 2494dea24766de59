import type { Field } from '../../field';

/** What the place of a node in the schema forbids. */
export interface Scope {
  /** Why there must be no default. */
  readonly noDefaults?: string;
  /** Whether it is part of the type or the metadata of an object. */
  readonly inMetadata: boolean;
  /** Whether its expressions would be compiled: all is structural so far. */
  readonly compiled: boolean;
  /** The outermost schema around it whose values cannot be compared with former ones. */
  readonly uncorrelated?: Field;
}
