import type { Field } from '../field';
import { trimEnd } from '../../text/trim';
import { defineRule, type Rule } from '../rule';
import type { Volume } from '../schema/types';
import { quote } from '../../go/format';
import { PathTree } from './path-tree';
import { itemFiles, type PlacedFile, projectedFiles } from './volume-files';

const SUGGESTION = 'give each file a unique path that is not the directory of another file';

/**
 * A server shows no more than 4096 characters of warnings: what is beyond this many overlaps is never seen.
 */
const MAX_OVERLAPS = 1000;

/**
 * Files of one volume in each other's place: warningsForOverlappingVirtualPaths, pkg/api/pod 1.32 to 1.36.
 */
export const OVERLAPPING_PATHS = defineRule<Rule<readonly Volume[]>>({
  id: 'overlapping-paths',
  stage: 'warn',
  mistake: 'overlapping files in a volume, or a projected volume without sources',
  suggestion: 'give each file a unique path that is not the directory of another file',
  judge(volumes, at) {
    volumes.forEach((volume, index) => {
      if (volume.configMap ?? volume.secret ?? volume.downwardAPI ?? volume.projected) {
        warnOfVolume(volume, at.index(index));
      }
    });
  },
});

function warnOfVolume({ name = '', configMap, secret, downwardAPI, projected }: Volume, at: Field): void {
  const warn = (kind: string, of: string | undefined, files: readonly PlacedFile[]) => {
    if (files.length !== 1 || files[0].source === undefined) {
      warnOfOverlaps(subjectOf(name, kind, of), files);
    }
  };
  if (configMap?.items) {
    warn('ConfigMap', configMap.name ?? '', itemFiles(configMap.items, '', at.field('configMap', 'items')));
  }
  if (secret?.items) {
    warn('Secret', secret.secretName ?? '', itemFiles(secret.items, '', at.field('secret', 'items')));
  }
  if (downwardAPI?.items) {
    warn('DownwardAPI', undefined, itemFiles(downwardAPI.items, '', at.field('downwardAPI', 'items')));
  }
  if (projected?.sources) {
    warn(
      'Projected',
      undefined,
      projectedFiles(projected.sources, at.field('projected', 'sources'), at.minor),
    );
  }
}

const subjectOf = (volume: string, kind: string, name: string | undefined) =>
  `volume ${quote(volume)} (${name === undefined ? kind : `${kind} ${quote(name)}`})`;

function warnOfOverlaps(subject: string, files: readonly PlacedFile[]): void {
  const tree = new PathTree<string>();
  let found = 0;
  for (const { path, source, at } of files) {
    if (source === undefined) {
      at().warn(`${subject} has no sources provided`, 'give it a source, or remove it');
      continue;
    }
    const file = trimEnd(path, '/');
    const shown = source ? `${quote(file)} (${source})` : quote(file);
    if (file === '' || found > MAX_OVERLAPS) continue;
    for (const other of tree.add(file, shown, MAX_OVERLAPS)) {
      at().warn(`${subject}: overlapping paths: ${shown} with ${other}`, SUGGESTION);
      found++;
    }
  }
}
