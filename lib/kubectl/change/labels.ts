import { labelValue } from '../../apimachinery/labels';
import { quote } from '../../go/format';
import { KubectlError, KubectlErrors } from '../errors';
import type { StringMap, UnstructuredManifest } from '../manifests/unstructured';
import type { Pairs } from '../pairs';

/** How labels or annotations are changed. */
export interface MapChange extends Pairs {
  /** Whether values that are there already may be replaced. */
  readonly overwrite: boolean;
}

/** Reads `key=value` and `key-` (parseLabels, kubectl 1.36). */
export function parseLabelChanges(texts: readonly string[], minor: number): Pairs {
  const set = new Map<string, string>();
  const removed: string[] = [];
  for (const text of texts) {
    if (text.includes('=')) set.set(...labelOf(text, minor));
    else if (text.endsWith('-')) removed.push(text.slice(0, -1));
    else throw new KubectlError(`unknown label spec: ${text}`);
  }
  if (removed.some((key) => set.has(key))) {
    throw new KubectlError('can not both modify and remove a label in the same command');
  }
  return { set, removed };
}

function labelOf(text: string, minor: number): [key: string, value: string] {
  const [key, value, ...more] = text.split('=');
  if (more.length) throw new KubectlError(`invalid label spec: ${text}`);
  const problems = labelValue(value, minor);
  if (problems.length) throw new KubectlError(`invalid label value: ${quote(text)}: ${problems.join(';')}`);
  return [key, value];
}

/**
 * Changes the labels of a manifest; what was done, in a word (labelFunc, updateDataChangeMsg, kubectl 1.36).
 */
export function changeLabels(
  manifest: UnstructuredManifest,
  { set, removed, overwrite }: MapChange,
): 'labeled' | 'unlabeled' | 'modified' | 'not labeled' {
  const { labels } = manifest;
  const clashes = overwrite ? [] : clashesIn(labels, set);
  if (clashes.length) {
    throw new KubectlErrors(clashes.map((clash) => new KubectlError(`${clash}, and --overwrite is false`)));
  }
  const changed = changedMap(labels, { set, removed });
  manifest.labels = changed;
  const added = [...set].some(([key, value]) => labels[key] !== value);
  const gone = removed.some((key) => Object.hasOwn(labels, key) || set.has(key));
  if (added) return gone ? 'modified' : 'labeled';
  return gone ? 'unlabeled' : 'not labeled';
}

/** The change cause may always be replaced. */
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** Refuses to set and remove the same annotation (validateAnnotations, kubectl 1.36). */
export function checkAnnotationChanges({ set, removed }: Pairs): void {
  const both = removed.filter((key) => set.has(key));
  if (both.length) {
    throw new KubectlError(
      `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`,
    );
  }
}

/** Changes the annotations of a manifest (updateAnnotations, kubectl 1.36). */
export function changeAnnotations(
  manifest: UnstructuredManifest,
  { set, removed, overwrite }: MapChange,
): void {
  const { annotations } = manifest;
  const clashes = overwrite
    ? []
    : clashesIn(annotations, new Map([...set].filter(([key]) => key !== CHANGE_CAUSE)));
  if (clashes.length) {
    throw new KubectlError(
      `--overwrite is false but found the following declared annotation(s): ${clashes.join('; ')}`,
    );
  }
  manifest.annotations = changedMap(annotations, { set, removed });
}

const clashesIn = (map: StringMap, set: Pairs['set']) =>
  [...set]
    .filter(([key, value]) => Object.hasOwn(map, key) && map[key] !== value)
    .map(([key]) => `'${key}' already has a value (${map[key]})`);

function changedMap(map: StringMap, { set, removed }: Pairs): StringMap {
  return Object.fromEntries([...Object.entries(map), ...set].filter(([key]) => !removed.includes(key)));
}
