import type { Command } from 'commander';
import { closest } from '../validate/closest';

/** What the argument library says of a command line, in the form of our own messages. */
export function misuseText(text: string, command: Command): string {
  const [line] = text.trimEnd().split('\n');
  const [, noun, word] = /unknown (option|command) '([^'=]+)/.exec(line) ?? [];
  const known = noun === 'option' ? command.options.map(({ long }) => long!) : command.commands.map((one) => one.name());
  const near = word === undefined ? undefined : closest(word, known);
  return `${line.replace(/^error: /, 'pod-patterns: ')}${near ? `: did you mean ${near}?` : ''}\n`;
}
