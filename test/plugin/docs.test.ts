import { join } from 'node:path';
import { type Block, blocksOf } from '../docs/blocks';
import { appFolder, synthIn } from '../support/app-folder';

const blocks = blocksOf(join(__dirname, '../../docs/cdk8s.md'));
const fileOf = (name: string) => blocks.find(({ note }) => note === name)!.code;

/** The block after the command. */
function reported(): Block {
  const command = blocks.findIndex(({ code }) => code === '$ npx cdk8s synth\n');
  return blocks[command + 1];
}

test('the app of the page, with the plugin, ends as the page says', () => {
  const { status, stdout } = synthIn(
    appFolder({ 'main.js': fileOf('main.js'), 'cdk8s.yaml': fileOf('cdk8s.yaml') }),
  );
  expect(stdout.slice(stdout.indexOf('(Violations)')).trimEnd()).toBe(reported().code.trimEnd());
  expect(status).toBe(2);
});
