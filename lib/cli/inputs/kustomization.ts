import { isMap } from '../../object/value-at';
import { dirname, join } from 'node:path';
import type { SourceSort } from '../../validate/sources/sorts';

/** Fields of a kustomization that name patches, and those that name other files that are no manifests. */
const PATCHES = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
const INPUTS = ['configurations', 'generators', 'transformers', 'validators', 'replacements'];
const GENERATORS = ['configMapGenerator', 'secretGenerator'];

/**
 * The files that a kustomization names and that are no manifests, by path: patches, and what its generators
 * and transformers read. Its resources are manifests.
 */
export function filesOfKustomization(file: string, kustomization: unknown): ReadonlyMap<string, SourceSort> {
  const files = new Map<string, SourceSort>();
  const add = (path: unknown, sort: SourceSort) => {
    if (typeof path === 'string' && !path.includes('\n')) files.set(join(dirname(file), path), sort);
  };
  const all = isMap(kustomization) ? kustomization : {};
  for (const name of PATCHES) for (const path of namedBy(all[name])) add(path, 'kustomize-patch');
  for (const name of INPUTS) for (const path of namedBy(all[name])) add(path, 'kustomize-input');
  for (const generator of GENERATORS.flatMap((name) => listOf(all[name])).filter(isMap)) {
    for (const path of [...listOf(generator.files), ...listOf(generator.envs), generator.env]) {
      add(typeof path === 'string' ? path.slice(path.indexOf('=') + 1) : undefined, 'kustomize-input');
    }
  }
  for (const chart of listOf(all.helmCharts).filter(isMap)) {
    for (const path of [chart.valuesFile, ...listOf(chart.additionalValuesFiles)]) add(path, 'chart-values');
  }
  if (isMap(all.openapi)) add(all.openapi.path, 'kustomize-input');
  return files;
}

/** A list of paths, or of maps with a path. */
const namedBy = (list: unknown) => listOf(list).map((one) => (isMap(one) ? one.path : one));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
