import type { FlagTable } from '../flags/flag';
import type { JsonObject } from '../../go/object';
import type { Invocation } from '../invocation/invocation';
import type { GeneratorInput } from './generator-input';

/** What help, completion and the docs show of a command. */
interface Described<Table extends FlagTable> {
  /** Aliases of the last word of its name. */
  readonly aliases?: readonly string[];
  /** What it prints or does, in half a sentence. */
  readonly summary: string;
  /** What follows its name on a command line. */
  readonly usage?: string;
  readonly flags: Table;
}

interface GeneratorParts<Table extends FlagTable> extends Described<Table> {
  /** Text before a server's message when it refuses the object; without, the refusal stands alone. */
  readonly failure?: string;
  /**
   * Makes the object.
   *
   * @throws KubectlError in kubectl's words
   */
  generate(given: GeneratorInput<Table>): JsonObject;
  /** Carries out its command line, if that differs from those of the other generators. */
  run?(invocation: Invocation<Table>): void;
}

/** A command that makes one object from its flags and a name. */
export interface Generator<Table extends FlagTable> extends GeneratorParts<Table> {
  readonly form: 'generator';
}

/** A command that reads manifests; `file-commands.ts` has its command line. */
export interface FileCommand<Table extends FlagTable> extends Described<Table> {
  readonly form: 'files';
}

/** A command that prints what is known of the API; `explain/run.ts` has its command line. */
export interface Reference<Table extends FlagTable> extends Described<Table> {
  readonly form: 'reference';
}

/** A command that only has subcommands. */
export interface Group extends Described<FlagTable> {
  readonly form: 'group';
  /** Error message when no subcommand is given, before the list of them; without, help is printed. */
  readonly lacking?: string;
}

export type Command = Generator<any> | FileCommand<any> | Reference<any> | Group;

export const generator = <Table extends FlagTable>(parts: GeneratorParts<Table>): Generator<Table> => ({
  form: 'generator',
  ...parts,
});

export const fileCommand = <Table extends FlagTable>(parts: Described<Table>): FileCommand<Table> => ({
  form: 'files',
  ...parts,
});

export const reference = <Table extends FlagTable>(parts: Described<Table>): Reference<Table> => ({
  form: 'reference',
  ...parts,
});

export const group = (parts: Omit<Group, 'form' | 'flags'>): Group => ({
  form: 'group',
  flags: {},
  ...parts,
});
