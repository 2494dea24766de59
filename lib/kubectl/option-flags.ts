import { closest } from '../validate/closest';
import { minorOf } from '../validate/kubernetes-version';
import { FILE_SYSTEM } from './files';
import {
  type Flag,
  type FlagTable,
  type FlagValue,
  type FlagValues,
  initialValue,
  optionName,
} from './flags/flag';
import { GLOBAL_FLAGS } from './flags/global';
import type { GeneratorInput } from './commands/generator-input';
import { randomSuffix } from '../apimachinery/rand';

/** Options in code, as specified by the user. */
export type Options = object & { readonly kubernetesVersion?: string; readonly args?: readonly string[] };

/** Options without a corresponding flag. */
const OPTIONS_WITHOUT_FLAG = ['kubernetesVersion', 'args'];

/**
 * What a generator is given by options in code: every option is a flag, and so read as one.
 *
 * @param warn takes what a generator has to say and does not refuse
 * @throws Error if there is no such option
 */
export function inputFromOptions<Table extends FlagTable>(
  table: Table,
  name: string,
  options: Options,
  warn: (text: string) => void,
): GeneratorInput<Table> {
  const { initial, flags } = optionFlagsOf(table);
  const values = { ...initial };
  const changed = new Set<string>();
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || OPTIONS_WITHOUT_FLAG.includes(option)) continue;
    const flag = flags.get(option) ?? unknownFlagOption(option, flags);
    values[flag.name] = flagValue(flag, value);
    changed.add(flag.name);
  }
  return {
    name,
    args: options.args ?? [],
    values: values as FlagValues<Table>,
    changed,
    namespace: values.namespace as string,
    minor: minorOf(options.kubernetesVersion),
    files: FILE_SYSTEM,
    environment: process.env,
    random: randomSuffix,
    warn,
  };
}

interface OptionFlag extends Flag {
  readonly name: string;
}

/** What is the same for all options of a command. */
interface OptionFlags {
  readonly initial: { readonly [flag: string]: FlagValue };
  /** By name of the option. */
  readonly flags: ReadonlyMap<string, OptionFlag>;
}

const optionFlagsByTable = new WeakMap<FlagTable, OptionFlags>();

function optionFlagsOf(table: FlagTable): OptionFlags {
  let layout = optionFlagsByTable.get(table);
  if (!layout) {
    const all = Object.entries<Flag>({ ...table, namespace: GLOBAL_FLAGS.namespace });
    layout = {
      initial: Object.fromEntries(all.map(([name, flag]) => [name, initialValue(flag)])),
      flags: new Map(
        all
          .filter(([, { option }]) => option)
          .map(([name, flag]) => [optionName(name, flag), { name, ...flag }]),
      ),
    };
    optionFlagsByTable.set(table, layout);
  }
  return layout;
}

const unknownFlagOption = (option: string, flags: OptionFlags['flags']): never =>
  throwUnknownOption(option, [...OPTIONS_WITHOUT_FLAG, ...flags.keys()]);

/** @throws Error that an option is none of those known */
export function throwUnknownOption(option: string, known: readonly string[]): never {
  const near = closest(option, known);
  throw new Error(
    `unknown option ${option}${near ? `: did you mean ${near}?` : `: use one of ${[...known].sort().join(', ')}`}`,
  );
}

function flagValue(flag: OptionFlag, value: unknown): FlagValue {
  switch (flag.option) {
    case 'pairs':
      return pairsOf(flag, value);
    case 'joinedPairs':
      return pairsOf(flag, value).join(',');
    case 'joined':
      return (value as readonly unknown[]).join(',');
    case 'map':
      return new Map(Object.entries(value as { readonly [key: string]: string }));
    default:
      return flag.type === 'string' ? String(value) : (value as FlagValue);
  }
}

/** `key=value` for each entry; a key with `=` would be read as another. */
function pairsOf(flag: OptionFlag, map: unknown): string[] {
  return Object.entries(map as { readonly [key: string]: string }).map(([key, value]) => {
    if (key.includes('=')) {
      throw new Error(`${optionName(flag.name, flag)} has a key "${key}": a key cannot contain "="`);
    }
    return `${key}=${value}`;
  });
}
