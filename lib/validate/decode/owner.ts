import type { FieldPath } from '../path';

/** What holds the value that is being decoded: the struct that has the field, and the value's own path. */
export interface Owner {
  readonly struct: string;
  readonly path: FieldPath;
}
