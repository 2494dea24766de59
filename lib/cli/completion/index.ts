import type { Shell } from '../options/shells';
import { bashCompletion } from './bash';
import { fishCompletion } from './fish';
import { zshCompletion } from './zsh';

/**
 * A script for a shell, made of the tables of commands and options, that needs no other program when it runs.
 */
export function completionFor(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bashCompletion();
    case 'zsh':
      return zshCompletion();
    case 'fish':
      return fishCompletion();
  }
}
