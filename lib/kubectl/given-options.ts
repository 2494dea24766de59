import { closest } from '../validate/closest';
import { minorOf } from '../validate/kubernetes-version';
import { DISK } from './files';
import { type Flag, type FlagTable, type FlagValue, type FlagValues, initialValue, optionName } from './flags/flag';
import { GLOBAL_FLAGS } from './flags/global';
import type { Given } from './generate/generator';
import { random } from './go/random';

/** Options in code, as a user writes them. */
export type Options = object & { readonly kubernetesVersion?: string; readonly args?: readonly string[] };

/** Options that stand for no flag. */
const OTHERS = ['kubernetesVersion', 'args'];

/**
 * What a generator is given by options in code: every option is a flag, and so read as one.
 *
 * @param warn takes what a generator has to say and does not refuse
 * @throws Error where there is no such option
 */
export function givenByOptions<Table extends FlagTable>(table: Table, name: string, options: Options, warn: (text: string) => void): Given<Table> {
  const flags: FlagTable = { ...table, namespace: GLOBAL_FLAGS.namespace };
  const values: { [flag: string]: FlagValue } = {};
  const changed = new Set<string>();
  for (const [flag, description] of Object.entries(flags)) {
    const value = (options as { readonly [option: string]: unknown })[optionName(flag)];
    const given = description.option !== undefined && value !== undefined;
    values[flag] = given ? flagValue(flag, description, value) : initialValue(description);
    if (given) changed.add(flag);
  }
  checkNames(options, flags);
  return {
    name, args: options.args ?? [], values: values as FlagValues<Table>, changed, namespace: values.namespace as string,
    minor: minorOf(options.kubernetesVersion), files: DISK, environment: process.env, random, warn,
  };
}

function checkNames(options: Options, flags: FlagTable): void {
  const known = [...OTHERS, ...Object.keys(flags).filter((flag) => flags[flag].option).map(optionName)];
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown === undefined) return;
  const near = closest(unknown, known);
  throw new Error(`there is no option ${unknown}${near ? `: did you mean ${near}?` : `: the options here are ${known.sort().join(', ')}`}`);
}

function flagValue(flag: string, { option, type }: Flag, value: unknown): FlagValue {
  switch (option) {
    case 'pairs': return pairsOf(flag, value);
    case 'joinedPairs': return pairsOf(flag, value).join(',');
    case 'joined': return (value as readonly unknown[]).join(',');
    case 'map': return new Map(Object.entries(value as { readonly [key: string]: string }));
    default: return type === 'string' ? String(value) : value as FlagValue;
  }
}

/** `key=value` for each entry; a key with `=` would be read as another. */
function pairsOf(flag: string, map: unknown): string[] {
  return Object.entries(map as { readonly [key: string]: string }).map(([key, value]) => {
    if (key.includes('=')) throw new Error(`${optionName(flag)} has a key "${key}": "=" cannot stand in a key`);
    return `${key}=${value}`;
  });
}
