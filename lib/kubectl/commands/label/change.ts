import { labelValue } from '../../../apimachinery/labels';
import { quote } from '../../../go/format';
import { changedMap, conflictsIn, type MapChange } from '../../change/string-map';
import { KubectlError, KubectlErrors } from '../../errors';
import type { Pairs } from '../../flag-values/pairs';
import type { UnstructuredManifest } from '../../manifests/unstructured';

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
  const clashes = overwrite ? [] : conflictsIn(labels, set);
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
