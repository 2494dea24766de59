import { type Flag, type FlagTable, isKnownIn } from '../../kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../kubectl/flags/global';
import { initialText, offlineText } from '../../kubectl/flags/text';
import type { FoundCommand } from './find';

/** Help of a command: what it makes, its commands and its flags. */
export function helpOf({ command, path }: FoundCommand, minor: number): string {
  const own = Object.keys(command.flags).some((name) => !(name in GLOBAL_FLAGS));
  return [
    `${path}: ${command.summary}\n`,
    command.run ? `Usage:\n  pod-patterns ${usageOf(path)} ${command.usage ?? '[options]'}\n` : '',
    command.subcommands
      ? `Commands:\n${command.subcommands.map(({ name, summary }) => `  ${name.padEnd(22)}${summary}\n`).join('')}`
      : '',
    own ? `Options:\n${flagsText(command.flags, minor)}` : '',
    `Options of every command:\n${flagsText(GLOBAL_FLAGS, minor)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

const usageOf = (path: string) => path.split(' ').slice(1).join(' ');

function flagsText(flags: FlagTable, minor: number): string {
  const names = Object.keys(flags)
    .filter((name) => isKnownIn(flags[name], minor) && !flags[name].deprecated)
    .sort();
  return names.map((name) => flagText(name, flags[name])).join('');
}

function flagText(name: string, flag: Flag): string {
  const short = flag.shorthand && flag.shorthand !== name ? `-${flag.shorthand}, ` : '    ';
  const initial = initialText(flag);
  const note = [
    flag.required ? 'required' : '',
    initial && !['false', '0s'].includes(initial) ? `default: ${initial}` : '',
    offlineText(flag),
  ]
    .filter(Boolean)
    .join(', ');
  return `  ${short}--${name}\n          ${flag.usage}${note ? ` (${note})` : ''}\n`;
}
