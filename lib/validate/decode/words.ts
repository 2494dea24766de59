import { flow } from './flow';

/** What to do about a value of the wrong type, and the value as it was probably meant. */
export interface Reshaped {
  readonly suggestion: string;
  readonly meant?: unknown;
}

/** Words that no shell would change. */
const PLAIN = /^[\w@%+=:,./-]+( +[\w@%+=:,./-]+)*$/;

/** Longest text that a suggestion repeats. */
const SHORT = 60;

/** A command line as the list of its words, or for a shell if it needs one. */
export function wordsOf(line: string, isCommand: boolean): Reshaped {
  if (PLAIN.test(line)) {
    const meant = line.split(/ +/);
    return { suggestion: `use a list: ${flow(meant)}`, meant };
  }
  if (!isCommand) return { suggestion: 'use a list: each word on its own line after "- "', meant: [line] };
  const meant = ['sh', '-c', line];
  const shell = line.length > SHORT ? '["sh", "-c", …] with the text as it is' : flow(meant);
  return { suggestion: `use a list: each word on its own line after "- ", or ${shell} for a shell`, meant };
}
