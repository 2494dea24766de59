// The getting-started page, literally: its files are written and its commands run in an empty folder, where
// npm installs what the page names. Only the package itself is the tarball. Usage: page.ts TARBALL FOLDER
// [--newest]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, PageApp, runPage } from '../docs/app-page';
import { blocksOf } from '../docs/blocks';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/getting-started.md');
const QUIET = 'export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false';

const [tarball, folder, mode] = process.argv.slice(2);

const installed = (name: string, from: string): string =>
  (JSON.parse(readFileSync(join(from, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

/** The words of an installation as npm gets them: of the pinned versions, unless the newest are asked for. */
function named(word: string): string {
  if (word === 'cdk8s-pod-patterns') return tarball;
  return word.startsWith('-') || mode === '--newest' ? word : `${word}@${installed(word, ROOT)}`;
}

class FreshApp extends PageApp {
  public readonly packages: string[] = [];

  protected override install(command: string): Ended {
    const words = command.split(' ').slice(2);
    this.packages.push(...words.filter((word) => !word.startsWith('-')));
    return this.shell(this.local(`npm install ${words.map(named).join(' ')}`));
  }

  protected override local(command: string): string {
    return `${QUIET}; ${command}`;
  }
}

const app = new FreshApp(folder);
const blocks = runPage(blocksOf(PAGE), app);
const wrong = blocks.filter(({ right }) => !right);
for (const { commands, statuses, printed, output } of wrong) {
  console.error(
    `${commands}exit codes ${statuses.join(', ')}; printed:\n${printed}${output ? `the page shows:\n${output.code}` : ''}`,
  );
}
const versions = app.packages.map((name) => `${name} ${installed(name, folder)}`).join(', ');
console.log(
  `getting started, ${blocks.length - wrong.length} of ${blocks.length} blocks of commands as shown, with Node ${process.version}, ${versions}`,
);
process.exitCode = wrong.length || !blocks.length ? 1 : 0;
