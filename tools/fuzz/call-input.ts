import { CALLS } from '../../lib/options/table';
import { callOf } from '../../lib/options/types';
import type { Random } from './random';
import { inputOf } from './typed';

/** Every public constructor and method with parameters: `Class` or `Class.method`. */
export const CALL_NAMES: readonly string[] = CALLS.map((line) => line.split(' ')[0]);

/** Arguments of a call by the table of options: now and then too few of them, or too many. */
export function argumentsOf(name: string, random: Random): unknown[] {
  const args = callOf(name).parameters.map((parameter) => inputOf(parameter.type, random, parameter.name));
  if (random.chance(0.03)) args.pop();
  return random.chance(0.02) ? [...args, inputOf({ form: 'any' }, random, '')] : args;
}
