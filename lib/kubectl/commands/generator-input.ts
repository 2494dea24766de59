import type { FlagTable, FlagValues } from '../flags/flag';
import type { Files } from '../files';

/** What a generator makes an object from, besides its flags. */
export interface GeneratorInput<Table extends FlagTable> {
  readonly name: string;
  /** Arguments after the name. */
  readonly args: readonly string[];
  readonly values: FlagValues<Table>;
  /** Names of the flags that were given, even with their initial value. */
  readonly changed: ReadonlySet<string>;
  /** Namespace to write into the object; empty for none. */
  readonly namespace: string;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  readonly files: Files;
  readonly environment: Environment;
  /** Makes unique ends of names. */
  readonly random: () => string;
  /** Takes warnings. */
  readonly warn: (text: string) => void;
}

/** Environment variables. */
export interface Environment {
  readonly [name: string]: string | undefined;
}
