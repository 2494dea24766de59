/** What may stand in the place of an option's value, for help and for completion in a shell. */
export type Values =
  | { readonly oneOf: () => readonly string[] }
  /** `RULE=LEVEL`. */
  | { readonly rulesTo: readonly string[] }
  | { readonly path: 'file' };

/** One option of a command. Help, documentation, completion and configuration are made from it. */
export interface OptionSpec {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called; without, it takes none. */
  readonly value?: string;
  readonly repeatable?: boolean;
  /** Whether `--no-NAME` alone exists. */
  readonly negative?: boolean;
  readonly description: string;
  /** What holds where it is not given, in words. */
  readonly usual?: string;
  readonly values?: Values;
}

/** As it stands in help: `-q, --quiet`, `--rule <ID=LEVEL>`. */
export function flagsOf({ name, short, value, negative }: OptionSpec): string {
  const long = `--${negative ? 'no-' : ''}${name}${value ? ` <${value}>` : ''}`;
  return short ? `-${short}, ${long}` : long;
}

/** The description with what holds otherwise. */
export const describedOf = ({ description, usual }: OptionSpec) => (usual ? `${description} (default: ${usual})` : description);
