import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../lib/cli/options/command';
import { describedOf, flagsOf } from '../../lib/cli/options/option';
import { run } from '../../lib/cli/program';
import { memoryWorld } from '../support/memory-world';

async function printed(...argv: string[]): Promise<string> {
  const world = memoryWorld({});
  expect(await run(argv, world)).toBe(0);
  expect(world.said.err).toBe('');
  return world.said.out;
}

test.each([['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])])(
  '%s %s is fit to read at 80 columns',
  async (...argv) => {
    const help = await printed(...argv.filter(Boolean));
    expect(help).toMatchSnapshot();
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  },
);

test.each(COMMANDS.map(({ name }) => name))('help %s is the same as %s --help', async (name) => {
  expect(await printed('help', name)).toBe(await printed(name, '--help'));
});

test('the page of the command line has the help of each command, and every option', async () => {
  const page = readFileSync(join(__dirname, '../../docs/command-line.md'), 'utf8');
  for (const { name, options } of COMMANDS) {
    expect(page).toContain(`## \`${name}\``);
    for (const option of options) {
      expect(page).toContain(`| \`${flagsOf(option).replace('|', '\\|')}\` | ${describedOf(option)} |\n`);
    }
  }
});
