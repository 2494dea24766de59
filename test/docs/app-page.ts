import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { appFolder, runIn } from '../support/app-folder';
import type { Block } from './blocks';

/** What differs from run to run, or with the set-up of npm. */
const CHANGING = /^Time: .*\n| \([\d.]+ m?s\)|^Ran all test suites.*\n|^npm warn .*\n/gm;

export interface Ended {
  readonly status: number | null;
  readonly printed: string;
}

/** An app made from a page: its files are written, and its commands run, in the order of the page. */
export class PageApp {
  private readonly put = new Map<string, string>();

  public constructor(public readonly folder = appFolder({})) {}

  /**
   * Writes the file that a block is; of one that is a mistake, its line in the place of the one with the same
   * key.
   */
  public write({ note, code }: Block): void {
    const [name, mistake] = note.split(' ');
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!mistake) return writeFileSync(path, code);
    const before = readFileSync(path, 'utf8');
    this.put.set(path, before);
    const key = code.slice(0, code.indexOf(':') + 1);
    writeFileSync(
      path,
      before
        .split('\n')
        .map((line) => (line.startsWith(key) ? code.trimEnd() : line))
        .join('\n'),
    );
  }

  /** Mends the mistakes. */
  public mend(): void {
    this.put.forEach((text, path) => writeFileSync(path, text));
    this.put.clear();
  }

  /** Runs a command as a user would. */
  public run(command: string): Ended {
    if (command.startsWith('npm install ')) return this.install(command);
    return this.shell(this.local(command));
  }

  /** Runs a command in the folder, and takes away what differs from run to run. */
  protected shell(command: string): Ended {
    const { status, stdout, stderr } = runIn(this.folder, '/bin/sh', '-c', `{ ${command}; } 2>&1`);
    return {
      status,
      printed: `${stdout}${stderr}`.replace(CHANGING, '').replaceAll(this.folder, '.').trim(),
    };
  }

  /** Everything is installed: the command may only name what is there. */
  protected install(command: string): Ended {
    const there = readdirSync(join(this.folder, 'node_modules'));
    const missing = command
      .split(' ')
      .slice(2)
      .filter((word) => !word.startsWith('-') && !there.includes(word.split('/')[0]));
    return { status: missing.length, printed: missing.join(' ') };
  }

  /** A command as it runs where nothing has to be looked for. */
  protected local(command: string): string {
    return command.replaceAll('npx ', '');
  }
}

/** A block of commands that was run. */
export interface Shown {
  readonly commands: string;
  /** The block with what the last command prints, if the page has one. */
  readonly output: Block | undefined;
  readonly printed: string;
  /** Exit codes of the commands. */
  readonly statuses: readonly (number | null)[];
  /** Whether it ended as the page says, and printed what it shows. */
  readonly right: boolean;
}

/** Writes the files and runs the commands of a page, from top to bottom. */
export function runPage(blocks: readonly Block[], app: PageApp): Shown[] {
  return blocks.flatMap((block, index) => {
    if (block.language === 'console') return [runBlock(block, blocks[index + 1], app)];
    if (block.note) app.write(block);
    return [];
  });
}

function runBlock({ code }: Block, next: Block | undefined, app: PageApp): Shown {
  const output = next?.language === 'text' ? next : undefined;
  const ended = code
    .trim()
    .split('\n')
    .map((line) => app.run(line.replace('$ ', '')));
  app.mend();
  const printed = `${ended.at(-1)!.printed}\n`;
  const statuses = ended.map(({ status }) => status);
  const failing = output?.code.includes('Error: ') ?? false;
  const asSaid = statuses.every((status, at) => (status !== 0) === (failing && at === statuses.length - 1));
  return {
    commands: code,
    output,
    printed,
    statuses,
    right: asSaid && (!output || shows(output.code, printed)),
  };
}

/** What the page shows of an output: `…` in a line of its own stands for any lines. */
function shows(page: string, printed: string): boolean {
  const parts = page.split(/^…\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*\\n)*')}$`).test(printed);
}

/** Commands in a workflow of GitHub Actions, in their order. */
export function commandsOf(workflow: string): string[] {
  const { jobs } = parse(workflow) as {
    jobs: Record<string, { steps: readonly { readonly run?: string }[] }>;
  };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run ? [run] : [])));
}
