import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { appFolder, runIn } from '../support/app-folder';
import type { Block } from './blocks';

/** What differs from run to run, or with the set-up of npm. */
const CHANGING = /^Time: .*\n| \([\d.]+ m?s\)|^Ran all test suites.*\n|^npm warn .*\n/gm;

/** An app made from a page: its files are written, and its commands run, in the order of the page. */
export class PageApp {
  public readonly folder = appFolder({});
  private readonly put = new Map<string, string>();

  /** Writes the file that a block is; of one that is a mistake, its line in the place of the one with the same key. */
  public write({ note, code }: Block): void {
    const [name, mistake] = note.split(' ');
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!mistake) return writeFileSync(path, code);
    const before = readFileSync(path, 'utf8');
    this.put.set(path, before);
    const key = code.slice(0, code.indexOf(':') + 1);
    writeFileSync(path, before.split('\n').map((line) => (line.startsWith(key) ? code.trimEnd() : line)).join('\n'));
  }

  /** Mends the mistakes. */
  public mend(): void {
    this.put.forEach((text, path) => writeFileSync(path, text));
    this.put.clear();
  }

  /** Runs a command as a user would, but for installations, which only must name what there is. */
  public run(command: string): { readonly status: number | null; readonly printed: string } {
    if (command.startsWith('npm install ')) return { status: this.missing(command).length, printed: this.missing(command).join(' ') };
    const { status, stdout, stderr } = runIn(this.folder, '/bin/sh', '-c', `{ ${command.replaceAll('npx ', '')}; } 2>&1`);
    return { status, printed: `${stdout}${stderr}`.replace(CHANGING, '').replaceAll(this.folder, '.').trim() };
  }

  private missing(command: string): string[] {
    const there = readdirSync(join(this.folder, 'node_modules'));
    return command.split(' ').slice(2).filter((word) => !word.startsWith('-') && !there.includes(word.split('/')[0]));
  }
}

/** Commands in a workflow of GitHub Actions, in their order. */
export function commandsOf(workflow: string): string[] {
  const { jobs } = parse(workflow) as { jobs: Record<string, { steps: readonly { readonly run?: string }[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run ? [run] : [])));
}
