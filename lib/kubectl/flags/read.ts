import { quote } from '../../go/format';
import { readCsv } from '../../go/csv';
import { parseDuration } from '../../go/duration';
import { parseBool, parseInteger } from '../flag-values/number';
import type { Flag, FlagType, FlagValue } from './flag';

type Reader = (text: string, before: FlagValue | undefined) => FlagValue;

/** Reads a flag's text as pflag does; `before` is the value of the same flag earlier on the command line. */
const READERS: Readonly<Record<FlagType, Reader>> = {
  string: (text) => text,
  bool: parseBool,
  int: (text) => parseInteger(text, 64),
  int32: (text) => parseInteger(text, 32),
  duration: parseDuration,
  stringSlice: (text, before) => [...((before as readonly string[] | undefined) ?? []), ...readCsv(text)],
  stringArray: (text, before) => [...((before as readonly string[] | undefined) ?? []), text],
  mapStringString: (text, before) =>
    new Map([...((before as ReadonlyMap<string, string> | undefined) ?? []), ...pairsOf(text)]),
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
