/** How a flag's text is read (pflag's types of the same names). */
export type FlagType =
  'string' | 'bool' | 'int' | 'int32' | 'duration' | 'stringSlice' | 'stringArray' | 'mapStringString';

/**
 * How an option in code becomes the flag's value: as it stands, each entry of a map as `key=value`, all
 * entries together separated by commas, the items of a list separated by commas, or a map.
 */
export type OptionForm = 'same' | 'pairs' | 'joinedPairs' | 'joined' | 'map';

/** Whether it is accepted without effect, or rejected. */
export type Offline = 'ignored' | 'refused';

/** One flag of kubectl. */
export interface Flag {
  readonly type: FlagType;
  /** What it is for, in a noun phrase. */
  readonly usage: string;
  readonly shorthand?: string;
  /** @default - empty: '', false, 0 or no items */
  readonly initial?: string | boolean | number | readonly string[];
  /** Value of the flag where it stands without one (NoOptDefVal); `true` for every bool. */
  readonly bare?: string;
  /** What its value may be, for completion in a shell: one of some words, or the path of a file or folder. */
  readonly values?: readonly string[] | 'file';
  readonly required?: boolean;
  /**
   * Form of the option of the same name in code; absent where the flag bears on nothing but the command line.
   */
  readonly option?: OptionForm;
  /** @default - the name of the flag in camel case */
  readonly optionName?: string;
  /** What becomes of it where it does not do here what it does in kubectl. */
  readonly offline?: Offline;
  /** First and last minor of kubectl that knows it. */
  readonly since?: number;
  readonly until?: number;
  /** What kubectl says on standard error where it is used, and the first minor that does. */
  readonly deprecated?: string;
  readonly deprecatedSince?: number;
}

/** The flags of a command, by name. */
export interface FlagTable {
  readonly [name: string]: Flag;
}

interface Read {
  readonly string: string;
  readonly bool: boolean;
  readonly int: number;
  readonly int32: number;
  /** Nanoseconds. */
  readonly duration: number;
  readonly stringSlice: readonly string[];
  readonly stringArray: readonly string[];
  readonly mapStringString: ReadonlyMap<string, string>;
}

export type FlagValue = Read[FlagType];

/** The values of a command's flags, given or not. */
export type FlagValues<Table extends FlagTable> = {
  readonly [Name in keyof Table]: Read[Table[Name]['type']];
};

const EMPTY: Read = {
  string: '',
  bool: false,
  int: 0,
  int32: 0,
  duration: 0,
  stringSlice: [],
  stringArray: [],
  mapStringString: new Map(),
};

/** The value where a flag is not given. */
export const initialValue = ({ type, initial }: Flag) => initial ?? EMPTY[type];

/** The flags that a minor of kubectl knows. */
export const isKnownIn = ({ since = 0, until = Infinity }: Flag, minor: number) =>
  since <= minor && minor <= until;

/** Name of the option in code: `image-pull-policy` is `imagePullPolicy`. */
export const optionName = (name: string, flag: Flag) =>
  flag.optionName ?? name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

type Without<Table extends FlagTable, Fate extends Offline> = {
  readonly [Name in keyof Table]: Table[Name] & { readonly offline: Fate };
};

const without = <Table extends FlagTable, Fate extends Offline>(table: Table, offline: Fate) =>
  Object.fromEntries(Object.entries(table).map(([name, flag]) => [name, { ...flag, offline }])) as Without<
    Table,
    Fate
  >;

/** Flags that are accepted but have no effect without a cluster. */
export const ignored = <const Table extends FlagTable>(table: Table) => without(table, 'ignored');

/** Flags for unsupported operations, most of which need a cluster. */
export const refused = <const Table extends FlagTable>(table: Table) => without(table, 'refused');
