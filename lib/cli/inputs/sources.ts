import { basename, dirname, join, relative, resolve } from 'node:path';
import { textOf } from '../../manifest/text';
import type { NotManifest, SourceSort } from '../../validate/sources/sorts';
import { isFailure } from '../failure';
import type { World } from '../world';
import { filesOfKustomization } from './kustomization';

/** Names of the file that makes a folder a kustomization. */
const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const CHARTS = ['Chart.yaml', 'Chart.yml'];

/** How many folders above a file are looked at for what it belongs to. */
const MAX_ABOVE = 6;

/**
 * The files that are no manifests because of where they are: kustomizations and what they name, and the parts
 * of Helm charts.
 */
export function sourcesAmong(
  files: readonly string[],
  world: World,
): { readonly [file: string]: NotManifest } {
  const surroundings = new Surroundings(world);
  const given = files
    .filter((file) => file !== '-')
    .map((file) => ({ file, whole: resolve(world.cwd, file) }));
  for (const { whole } of given) surroundings.enter(dirname(whole));
  const sources: { [file: string]: NotManifest } = {};
  for (const { file, whole } of given) {
    const found = surroundings.sortOf(whole);
    if (found) sources[file] = { ...found, file, folder: relative(world.cwd, found.folder) || '.' };
  }
  return sources;
}

interface Placed {
  readonly sort: SourceSort;
  /** Folder of the kustomization or chart. */
  readonly folder: string;
}

/** What the folders of files say of them. Each folder is looked at once. */
class Surroundings {
  private readonly entered = new Set<string>();
  private readonly charts = new Set<string>();
  private readonly kustomized = new Map<string, Placed>();

  constructor(private readonly world: World) {}

  /** Looks at a folder, and at those above it. */
  enter(folder: string): void {
    for (const one of foldersFrom(folder)) {
      if (this.entered.has(one)) return;
      this.entered.add(one);
      if (CHARTS.some((name) => this.isFile(join(one, name)))) this.charts.add(one);
      const file = KUSTOMIZATIONS.map((name) => join(one, name)).find((path) => this.isFile(path));
      if (file !== undefined) this.read(file);
    }
  }

  /** What a file is, by its path. */
  sortOf(file: string): Placed | undefined {
    const folder = dirname(file);
    if (KUSTOMIZATIONS.includes(basename(file))) return { sort: 'kustomization', folder };
    return this.kustomized.get(file) ?? (this.charts.size ? this.ofChart(file) : undefined);
  }

  private ofChart(file: string): Placed | undefined {
    const chart = [...foldersFrom(dirname(file))].find((folder) => this.charts.has(folder));
    if (chart === undefined) return undefined;
    const [first, ...rest] = relative(chart, file).split(/[/\\]/);
    if (first === 'templates' && rest.length) return { sort: 'chart-template', folder: chart };
    if (rest.length) return first === 'ci' ? { sort: 'chart-values', folder: chart } : undefined;
    if (CHARTS.includes(first) || first === 'requirements.yaml') return { sort: 'chart', folder: chart };
    return /^values\b.*\.(?:ya?ml|json)$|[-_.]values\.ya?ml$/.test(first)
      ? { sort: 'chart-values', folder: chart }
      : undefined;
  }

  private read(file: string): void {
    for (const kustomization of this.valuesIn(file)) {
      for (const [path, sort] of filesOfKustomization(file, kustomization)) {
        this.kustomized.set(path, { sort, folder: dirname(file) });
      }
    }
  }

  /** Its documents; a file that cannot be read names nothing, and is reported itself. */
  private valuesIn(file: string): unknown[] {
    const { sourceOf } = require('../../validate/judging') as typeof import('../../validate/judging');
    try {
      const text = textOf(Buffer.concat([...this.world.open(file)]));
      return [...sourceOf(text).documents()].map(({ value }) => value);
    } catch (error) {
      if (isFailure(error)) return [];
      throw error;
    }
  }

  private isFile(path: string): boolean {
    return this.world.kindOf(path) === 'file';
  }
}

/** A folder and those above it. */
function* foldersFrom(folder: string): Generator<string> {
  let here = folder;
  for (let above = 0; above < MAX_ABOVE; above++) {
    yield here;
    const next = dirname(here);
    if (next === here) return;
    here = next;
  }
}
