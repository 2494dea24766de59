import type { Command } from './script';
import { programOf } from './process';
import { plainWords } from './tail';

const UNITS: { readonly [unit: string]: number } = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };

/** Seconds that a command sleeps; undefined if it does something else, or they are not known. */
export function secondsOfSleep(command: Command): number | undefined {
  const [program, time = ''] = plainWords(command);
  const duration = programOf(program) === 'sleep' ? /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(time) : null;
  return duration ? Number(duration[1]) * UNITS[duration[2]] : undefined;
}
