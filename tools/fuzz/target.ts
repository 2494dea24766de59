import type { Random } from './random';

/** Something that takes input from users. Inputs are JSON; values.ts writes in it what JSON lacks. */
export interface Target {
  readonly name: string;
  make(random: Random): unknown;
  /** Carries out an input. A text that it returns is searched for internal errors. */
  run(input: unknown): unknown;
}
