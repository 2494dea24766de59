import { join, resolve } from 'node:path';
import { failureText } from '../failure';
import { CONFIG_FILE } from '../config/find';
import type { Entry, World } from '../world';

/** Files that paths refer to. */
export interface Inputs {
  /** As the user would name them, in order, each once; `-` is standard input. */
  readonly files: readonly string[];
  /** Those of the files that were found in folders. */
  readonly inFolders: ReadonlySet<string>;
  /** How many were left out because a pattern says so. */
  readonly ignored: number;
  /** Messages for paths without a file. */
  readonly problems: readonly string[];
}

/**
 * The files of paths, in their order: a file itself, whatever its name; a folder's manifests, with those of
 * its folders, sorted by name.
 *
 * @param output file that the program writes itself, which is none of them
 */
export function inputsOf(
  paths: readonly string[],
  isIgnored: (path: string) => boolean,
  output: string | undefined,
  world: World,
): Inputs {
  const search = new Search(world, isIgnored, output === undefined ? undefined : resolve(world.cwd, output));
  for (const path of paths) search.add(path);
  return search;
}

/** What is read in a folder. */
const MANIFEST = /\.(?:ya?ml|json)$/i;

/** What is hidden, and what packages bring with them, holds no manifests of the user's. */
export const isSkipped = (name: string) => name.startsWith('.') || name === 'node_modules';

class Search implements Inputs {
  readonly files: string[] = [];
  readonly inFolders = new Set<string>();
  readonly problems: string[] = [];
  ignored = 0;
  private readonly seen = new Set<string>();
  private readonly entered = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly isIgnored: (path: string) => boolean,
    private readonly output: string | undefined,
  ) {}

  add(path: string): void {
    if (path === '-' || this.world.kindOf(path) !== 'folder') return this.take(path);
    const before = this.seen.size + this.ignored;
    this.enter(path);
    if (
      this.seen.size + this.ignored === before &&
      !this.problems.some((problem) => problem.startsWith(path))
    ) {
      this.problems.push(`${path}: no .yaml, .yml or .json files in this folder`);
    }
  }

  private take(file: string, inFolder = false): void {
    if (file !== '-' && this.isIgnored(file)) {
      this.ignored++;
      return;
    }
    const whole = resolve(this.world.cwd, file);
    if (whole === this.output) return;
    if (!this.seen.has(whole)) {
      this.files.push(file);
      if (inFolder) this.inFolders.add(file);
    }
    this.seen.add(whole);
  }

  /** A folder with several links to it is read once, so that links to a parent folder cause no loop. */
  private enter(folder: string): void {
    const entries = this.entriesOf(folder);
    if (!entries) return;
    for (const { name, kind } of entries.filter((entry) => !isSkipped(entry.name))) {
      const path = join(folder, name);
      if (kind === 'folder') this.enterUnlessIgnored(path);
      if (kind === 'file' && MANIFEST.test(name) && name !== CONFIG_FILE) this.take(path, true);
    }
  }

  private enterUnlessIgnored(folder: string): void {
    if (this.isIgnored(`${folder}/`)) this.ignored++;
    else this.enter(folder);
  }

  /** None where it has been entered, or cannot be. */
  private entriesOf(folder: string): readonly Entry[] | undefined {
    try {
      const real = this.world.realPath(folder);
      if (this.entered.has(real)) return undefined;
      this.entered.add(real);
      return [...this.world.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.problems.push(`${folder}: ${failureText(error)}`);
      return undefined;
    }
  }
}
