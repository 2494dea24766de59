import type { FlagTable } from '../../kubectl/flags/flag';
import type { Invocation } from '../../kubectl/invocation/invocation';

/** A command in its place among the others. */
export interface Command {
  /** Last word of its name: `create`, and below it `deployment`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What it prints or does, in half a sentence. */
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
  readonly run?: (invocation: Invocation<any>) => void;
}
