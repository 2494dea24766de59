import { quote } from '../../go/format';
import { readCsv } from '../../go/csv';
import { parseDuration } from '../go/duration';
import { parseBool, parseInteger } from '../go/number';
import type { Flag, FlagType, FlagValue } from './flag';

type Reader = (text: string, before: FlagValue | undefined) => FlagValue;

/** A flag that is given thousands of times keeps one list. */
function withItems(before: FlagValue | undefined, items: readonly string[]): FlagValue {
  const list = (before ?? []) as string[];
  for (const item of items) list.push(item);
  return list;
}

function withPairs(
  before: FlagValue | undefined,
  pairs: readonly (readonly [key: string, value: string])[],
): FlagValue {
  const map = (before ?? new Map()) as Map<string, string>;
  for (const [key, value] of pairs) map.set(key, value);
  return map;
}

/**
 * Reads a flag's text as pflag does; `before` is the value of the same flag earlier on the command line,
 * which is added to.
 */
const READERS: Readonly<Record<FlagType, Reader>> = {
  string: (text) => text,
  bool: parseBool,
  int: (text) => parseInteger(text, 64),
  int32: (text) => parseInteger(text, 32),
  duration: parseDuration,
  stringSlice: (text, before) => withItems(before, readCsv(text)),
  stringArray: (text, before) => withItems(before, [text]),
  mapStringString: (text, before) => withPairs(before, pairsOf(text)),
};

/** cliflag.MapStringString.Set. */
function pairsOf(text: string): (readonly [key: string, value: string])[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) throw new Error('malformed pair, expect string=string');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
}

/**
 * Reads the text of a flag.
 *
 * @throws Error in the words of pflag's InvalidValueError
 */
export function readFlag(
  name: string,
  { type, shorthand }: Flag,
  text: string,
  before: FlagValue | undefined,
): FlagValue {
  try {
    return READERS[type](text, before);
  } catch (error) {
    const flag = shorthand ? `-${shorthand}, --${name}` : `--${name}`;
    throw new Error(`invalid argument ${quote(text)} for ${quote(flag)} flag: ${(error as Error).message}`);
  }
}
