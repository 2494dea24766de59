import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { KubectlOutput, KubectlWorld } from '../../lib/kubectl/invocation/world';
import { kubectl } from '../../lib/cli/kubectl/main';
import type { FileEntry, Files } from '../../lib/kubectl/files';
import { recordedData } from './shared';

type Contents = { readonly [path: string]: string | { readonly base64: string } };

/** A command line with what kubectl itself printed, as ../shared/kubectl/README.md describes it. */
export interface RecordedCommand {
  readonly name: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly files?: Contents;
  readonly 1.36: KubectlOutput;
  readonly 1.32?: KubectlOutput;
}

/** All that are recorded; those of the selection in the repository where the rest is not there. */
export function recordedCommands(): RecordedCommand[] {
  return readFileSync(recordedData('kubectl', 'cases.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedCommand);
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files in memory. */
export class MemoryFiles implements Files {
  private readonly contents = new Map<string, Buffer>();

  constructor(contents: Contents = {}) {
    for (const [path, content] of Object.entries(contents)) {
      this.contents.set(
        posix.normalize(path),
        typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64'),
      );
    }
  }

  isFolder(path: string): boolean {
    const clean = this.clean(path);
    if (this.contents.has(clean)) return false;
    if (path !== '' && (clean === '.' || this.below(clean).length)) return true;
    throw failure(this.isBelowFile(clean) ? 'ENOTDIR' : 'ENOENT');
  }

  read(path: string): Buffer {
    if (this.isFolder(path)) throw failure('EISDIR');
    return this.contents.get(this.clean(path))!;
  }

  list(path: string): string[] {
    const clean = this.clean(path);
    return this.below(clean)
      .map((file) => (clean === '.' ? file : file.slice(clean.length + 1)))
      .filter((name) => !name.includes('/'))
      .sort();
  }

  entries(path: string): FileEntry[] {
    const clean = this.clean(path);
    const inside = this.below(clean).map((file) => (clean === '.' ? file : file.slice(clean.length + 1)));
    const folders = new Set(inside.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    return [...new Set(inside.map((file) => file.split('/')[0]))]
      .sort()
      .map((name) => ({ name, folder: folders.has(name) }));
  }

  private clean(path: string): string {
    return posix.normalize(path).replace(/(.)\/$/, '$1');
  }

  private below(folder: string): string[] {
    return [...this.contents.keys()].filter((file) => folder === '.' || file.startsWith(`${folder}/`));
  }

  private isBelowFile(path: string): boolean {
    return [...this.contents.keys()].some((file) => path.startsWith(`${file}/`));
  }
}

/** A world in which nothing changes. */
export function worldOf(files: Contents = {}, stdin = ''): KubectlWorld {
  return {
    files: new MemoryFiles(files),
    environment: {},
    now: () => new Date(2026, 0, 31, 12, 0, 0),
    pid: 1,
    stdin: () => Buffer.from(stdin),
    random: () => 'abcde',
    isTerminal: () => false,
  };
}

/** What our kubectl prints, without what changes from run to run at the head of a log line. */
export function printed(argv: readonly string[], files: Contents = {}, stdin = ''): KubectlOutput {
  const output = kubectl(argv, worldOf(files, stdin));
  return {
    ...output,
    stderr: output.stderr.replace(/^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ [\w.]+:\d+\] /gm, '$1] '),
  };
}
