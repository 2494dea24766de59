import type { FlagTable, FlagValues } from '../flags/flag';
import type { Files } from '../files';
import type { JsonObject } from '../go/object';

/** What a generator makes an object of, beside its flags. */
export interface Given<Table extends FlagTable> {
  readonly name: string;
  /** Arguments after the name. */
  readonly args: readonly string[];
  readonly values: FlagValues<Table>;
  /** Whether a flag was given, be it with its initial value. */
  readonly changed: ReadonlySet<string>;
  /** Namespace to write into the object; empty for none. */
  readonly namespace: string;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  readonly files: Files;
  readonly environment: Environment;
  /** Ends of names that nobody else has. */
  readonly random: () => string;
  /** Takes what is to be said and not refused. */
  readonly warn: (text: string) => void;
}

/** Environment variables. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

/** A generator of kubectl: what its command creates, and what it refuses before it looks at a server. */
export interface Generator<Table extends FlagTable> {
  readonly flags: Table;
  /**
   * The object.
   *
   * @throws KubectlError in kubectl's words
   */
  generate(given: Given<Table>): JsonObject;
}
