import type { FlagTable, FlagValues } from '../../kubectl/flags/flag';
import type { GLOBAL_FLAGS } from '../../kubectl/flags/global';
import type { ParsedFlags } from '../../kubectl/flags/parse';
import type { KubectlWorld, Printed } from './io';

/** A command line that one command carries out. */
export interface Invocation<Table extends FlagTable = FlagTable> extends ParsedFlags<
  Table & typeof GLOBAL_FLAGS
> {
  /** `kubectl create deployment`. */
  readonly path: string;
  /** Minor of kubectl to follow. */
  readonly minor: number;
  readonly world: KubectlWorld;
  readonly printed: Printed;
}

/** A command of kubectl. */
export interface Command {
  /** First word: `create`, and below it `deployment`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What it does, in half a sentence. */
  readonly summary: string;
  /** What follows its name on a command line. */
  readonly usage?: string;
  readonly flags: FlagTable;
  readonly subcommands?: readonly Command[];
  /**
   * Carries it out; without, its help is shown.
   *
   * @throws KubectlError
   */
  readonly run?: (invocation: Invocation) => void;
}

/** A command whose function knows the types of its flags. */
export function command<Table extends FlagTable>(
  parts: Omit<Command, 'flags' | 'run'> & { flags: Table; run: (invocation: Invocation<Table>) => void },
): Command {
  return parts as unknown as Command;
}

export type GlobalValues = FlagValues<typeof GLOBAL_FLAGS>;
