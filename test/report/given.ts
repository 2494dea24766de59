import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recordedCases } from '../support/recorded';
import { shared } from '../support/shared';
import type { Given } from './reported';
import { STYLES, writeYaml } from './yaml-styles';

/** All published manifests. */
export const corpus = (): readonly Given[] =>
  yamlFiles(shared('corpus')).map((path) => ({
    file: relative(shared(), path),
    text: readFileSync(path, 'utf8'),
  }));

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return yamlFiles(path);
    return /\.ya?ml$/.test(path) ? [path] : [];
  });

/** Manifests that a server refused, spread over all of them, each in the next style of writing YAML. */
export function badCases(number: number): readonly Given[] {
  const bad = recordedCases('1.36').filter(({ verdict }) => verdict && !verdict.ok);
  return Array.from({ length: number }, (_, index) => {
    const { id, manifest } = bad[Math.floor((index * bad.length) / number)];
    const style = STYLES[index % STYLES.length];
    return { file: `cases/${style}/${id}.yaml`, text: writeYaml(manifest, style) };
  });
}
