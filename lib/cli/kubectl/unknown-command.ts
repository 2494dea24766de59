import { quote } from '../../go/format';
import { KubectlError } from '../../kubectl/errors';
import { type FoundCommand, firstWord } from './find';

/**
 * Refuses a first word that is no command (cobra's legacyArgs and findSuggestions, 1.10). Of kubectl's
 * commands, those are suggested that work without a cluster.
 *
 * @throws KubectlError
 */
export function assertKnownCommand({ command, argv, path }: FoundCommand, minor: number): void {
  const at = command.run ? undefined : firstWord(argv, command.flags, minor);
  if (at === undefined) return;
  const names = command.subcommands!.map(({ name }) => name).filter((name) => isClose(argv[at], name));
  const suggestions = names.length
    ? `\n\nDid you mean this?\n${names.map((name) => `\t${name}\n`).join('')}`
    : '';
  throw new KubectlError(`unknown command ${quote(argv[at])} for ${quote(path)}${suggestions}`);
}

const MAX_DISTANCE = 2;

/** SuggestionsFor of cobra. */
function isClose(word: string, name: string): boolean {
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const typed = word.slice(0, 100).toLowerCase();
  return distance(typed, name) <= MAX_DISTANCE || name.startsWith(typed);
}
