/** Possible values, for shell completion. */
export type Values =
  | { readonly oneOf: () => readonly string[] }
  /** `ID=LEVEL` for these ids. */
  | { readonly graded: () => readonly string[]; readonly levels: readonly string[] }
  | { readonly path: 'file' };

/** One option of a command. Help, documentation and completion are made from it. */
export interface OptionSpec {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called; without, it takes none. */
  readonly value?: string;
  /** Whether the value may be left out; where it is not, `=` stands before it. */
  readonly optional?: boolean;
  readonly repeatable?: boolean;
  /** Error message if it is specified twice; without it, the last one wins. */
  readonly onlyOnce?: string;
  /** Whether it is `--no-NAME`. */
  readonly negative?: boolean;
  readonly description: string;
  /** Description of the default. */
  readonly usual?: string;
  readonly values?: Values;
}

/** With dashes, as it is typed. */
export const longOf = ({ name, negative }: OptionSpec) => `--${negative ? 'no-' : ''}${name}`;

/** As it stands in help: `-q, --quiet`, `--rule <ID=LEVEL>`. */
export function flagsOf(option: OptionSpec): string {
  const { short, value } = option;
  return [short ? `-${short}, ` : '', longOf(option), value ? ` <${value}>` : ''].join('');
}

/** The description with what holds otherwise. */
export const describedOf = ({ description, usual }: OptionSpec) =>
  usual ? `${description.replace(/\.$/, '')} (default: ${usual}).` : description;
