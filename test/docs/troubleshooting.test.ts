import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { run } from '../../lib/cli/program';
import { memoryWorld } from '../support/memory-world';
import { blocksOf, filesOf } from './blocks';
import { ROOT } from './pages';

const PAGE = join(ROOT, 'docs/troubleshooting.md');
const blocks = blocksOf(PAGE);
const files = filesOf(blocks);
const commands = blocks
  .filter(({ language }) => language === 'console')
  .map(({ code }) => code.trim().replace(/^\$ npx (?:cdk8s-)?pod-patterns /, ''));
const rules = [...readFileSync(PAGE, 'utf8').matchAll(/^### `([\w-]+)`$/gm)].map(([, rule]) => rule);

/** Exit code and report where warnings count. */
async function judged(command: string): Promise<[code: number, out: string]> {
  const world = memoryWorld({ ...files });
  const code = await run([...command.split(' '), '--fail-on=warning'], world);
  expect(world.said.err).toBe('');
  return [code, world.said.out];
}

test('there are twenty rules, each with a command of its own', () => {
  expect(rules).toHaveLength(20);
  expect(commands.map((command) => command.split(' ').at(-1))).toEqual(rules.map((rule) => `${rule}.yaml`));
});

describe.each(commands.map((command) => [command.split(' ').at(-1)!.replace('.yaml', ''), command]))(
  '%s',
  (rule, command) => {
    test('is found in the first snippet', async () => {
      const [, out] = await judged(command);
      expect(out).toMatch(new RegExp(`: (error|warning|info): ${rule} in |: error: ${rule}$`, 'm'));
    });

    test('is not found in the second one, and nothing else is', async () => {
      const [code, out] = await judged(command.replace('.yaml', '-fixed.yaml'));
      expect([code, out]).toEqual([0, '1 manifest: no errors\n']);
    });
  },
);
