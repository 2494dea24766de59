import type { Assembly, ClassType, InterfaceType, Method, Property } from '@jsii/spec';
import { type Flag, type FlagTable, optionName } from '../../../lib/kubectl/flags/flag';

/** How a command is called in code. */
export interface CommandMethod {
  readonly name: string;
  /** Names of its parameters, those that may be left out with a question mark. */
  readonly parameters: readonly string[];
  /** Name of its options, and the members of them. */
  readonly options: string;
  readonly members: readonly string[];
}

/**
 * The methods of `Kubectl`, by the command that each stands for: `create service clusterip` is
 * `createServiceClusterIP`.
 */
export class CommandMethods {
  private readonly types: NonNullable<Assembly['types']>;
  private readonly methods: readonly Method[];

  constructor({ name, types = {} }: Assembly) {
    this.types = types;
    this.methods = (types[`${name}.Kubectl`] as ClassType).methods ?? [];
  }

  /** The method for a command, if there is one. */
  of(words: string): CommandMethod | undefined {
    const method = this.methods.find(({ name }) => name.toLowerCase() === words.replace(/\W/g, ''));
    if (!method) return undefined;
    const { name, parameters = [] } = method;
    const struct = this.types[(parameters.at(-1)!.type as { readonly fqn: string }).fqn] as InterfaceType;
    return {
      name,
      parameters: parameters.map((parameter) => `${parameter.name}${parameter.optional ? '?' : ''}`),
      options: struct.name,
      members: this.membersOf(struct).map((member) => member.name),
    };
  }

  private membersOf({ properties = [], interfaces = [] }: InterfaceType): Property[] {
    return [
      ...properties,
      ...interfaces.flatMap((base) => this.membersOf(this.types[base] as InterfaceType)),
    ];
  }
}

/**
 * What stands for a flag in code: an option or a parameter; empty for nothing.
 *
 * @throws Error if the table has an option that the method has not
 */
export function inCode(name: string, flag: Flag, method: CommandMethod): string {
  const option = optionName(name, flag);
  if (flag.option && !method.members.includes(option)) {
    throw new Error(`--${name} is to be ${option}, which ${method.options} does not have`);
  }
  return flag.option || method.parameters.includes(option) ? option : '';
}

/** Options that stand for arguments of the command. */
export function forArguments(flags: FlagTable, { members }: CommandMethod): string[] {
  const named = Object.entries(flags)
    .filter(([, { option }]) => option)
    .map(([name, flag]) => optionName(name, flag));
  return members.filter((member) => !named.includes(member));
}
