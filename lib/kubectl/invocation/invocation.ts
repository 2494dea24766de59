import type { JsonObject } from '../../go/object';
import type { FlagTable, FlagValues } from '../flags/flag';
import type { GLOBAL_FLAGS } from '../flags/global';
import type { ParsedFlags } from '../flags/parse';
import type { DryRun } from './dry-run';
import type { KubectlWorld, PrintedOutput } from './world';

/** A command line of one command. */
export interface Invocation<Table extends FlagTable = FlagTable> extends ParsedFlags<
  Table & typeof GLOBAL_FLAGS
> {
  /** `kubectl create deployment`. */
  readonly path: string;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  readonly world: KubectlWorld;
  readonly printed: PrintedOutput;
  /**
   * What prints objects in the form that the flags ask for. `done` is what is said of an object if they ask
   * for none: `created`.
   *
   * @throws KubectlError if the form is unknown or its template is invalid
   */
  printer(done: string, dryRun: DryRun): Printer;
}

/** Prints objects. */
export interface Printer {
  /** @throws KubectlError of a template */
  print(manifest: JsonObject): void;
}

export type GlobalValues = FlagValues<typeof GLOBAL_FLAGS>;
