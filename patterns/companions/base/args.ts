import { escapeExpansion } from '../../blocks/shell-command';

type Value = string | number | boolean | readonly string[] | undefined;

/** Flags of a program with their values, once for each of a list; without those that have no value. */
export const flags = (values: { readonly [flag: string]: Value }): string[] =>
  Object.entries(values).flatMap(([flag, value]) =>
    [value ?? []].flat().map((each) => escapeExpansion(`--${flag}=${each}`)),
  );

/** An item of a list that pflag's StringSlice reads as CSV. */
export const csvItem = (item: string) => (/[",\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item);
