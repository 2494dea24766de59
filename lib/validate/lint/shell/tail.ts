import type { Command } from './script';
import { programOf } from './process';

/** A `tail` that goes on as its files grow. */
export interface Tail {
  readonly files: readonly string[];
  /** Whether it waits for files that are not there: `-F`. */
  readonly retries: boolean;
}

/** Tails of a container that are looked at, and files of each: nobody writes more. */
export const MOST_TAILS = 50;

const WITH_VALUE: ReadonlySet<string> = new Set([
  '-n',
  '-c',
  '-s',
  '--lines',
  '--bytes',
  '--sleep-interval',
  '--max-unchanged-stats',
]);
const CLUSTER = /^[-+][0-9a-zA-Z+]+$/;

/** Words of a command without `exec` and its like before them. */
export function plainWords({ words }: Command): readonly string[] {
  const first = words.findIndex((word) => word !== 'exec' && word !== 'nohup');
  return words.slice(first < 0 ? words.length : first);
}

/** What a command follows; undefined if it is no such tail, or ends with another process. */
export function tailOf(command: Command): Tail | undefined {
  const [program, ...rest] = plainWords(command);
  if (programOf(program) !== 'tail' || rest.some((word) => word.startsWith('--pid'))) return undefined;
  const options = optionsIn(rest);
  const named = options.some((word) => word === '--follow=name');
  const retries = options.some((word) => word === '--retry' || isCluster(word, 'F'));
  const follows =
    named || retries || options.some((word) => word.startsWith('--follow') || isCluster(word, 'f'));
  return follows ? { files: filesIn(rest).slice(0, MOST_TAILS), retries } : undefined;
}

const isCluster = (word: string, letter: string) => CLUSTER.test(word) && word.includes(letter);

const optionsIn = (words: readonly string[]) =>
  words
    .slice(0, words.includes('--') ? words.indexOf('--') : undefined)
    .filter((word) => /^[-+]./.test(word));

function filesIn(words: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      !(/^[-+]./.test(word) || WITH_VALUE.has(words[index - 1]) || isOpenCluster(words[index - 1])),
  );
}

/** `-fn 100`: the last letter of a cluster takes the next word. */
const isOpenCluster = (word = '') => /^-[a-zA-Z]+[nc]$/.test(word);
