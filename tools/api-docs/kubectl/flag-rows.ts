import { type Flag, type FlagTable, initialValue } from '../../../lib/kubectl/flags/flag';
import { initialText, offlineText } from '../../../lib/kubectl/flags/text';

/**
 * A row for each flag, by name: the flag with its initial value as kubectl's help has it, its type, what it
 * is for, and what stands for it in code.
 */
export function flagRows(flags: FlagTable, inCode: (name: string, flag: Flag) => string): string[][] {
  return Object.keys(flags)
    .sort()
    .map((name) => {
      const option = inCode(name, flags[name]);
      return [flagText(name, flags[name]), flags[name].type, meaning(flags[name]), option && `\`${option}\``];
    });
}

function flagText(name: string, flag: Flag): string {
  const short = flag.shorthand ? `\`-${flag.shorthand}\`, ` : '';
  return `${short}\`--${name}=${shown(flag)}\``;
}

function shown(flag: Flag): string {
  if (Array.isArray(initialValue(flag))) return '[]';
  return flag.type === 'string' || flag.type === 'mapStringString'
    ? `'${initialText(flag)}'`
    : initialText(flag);
}

function meaning(flag: Flag): string {
  const notes = [flag.required ? 'required' : '', ...minors(flag), offlineText(flag)].filter(Boolean);
  return [flag.usage, ...notes.map((note) => `**${note}**`)].join('; ');
}

function minors({ since, until, deprecated, deprecatedSince }: Flag): string[] {
  return [
    since ? `since 1.${since}` : '',
    until ? `until 1.${until}` : '',
    deprecatedSince ? `deprecated since 1.${deprecatedSince}` : deprecated ? 'deprecated' : '',
  ];
}
