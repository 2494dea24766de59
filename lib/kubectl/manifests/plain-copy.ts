import { type RenderOptions, toManifest } from '../../k8s/render';
import { withSortedKeys } from '../../go/sorted-keys';
import { goJson } from '../../go/marshal';
import type { Manifest, ReadManifest } from './manifest';

const NOT_DATA_TYPES: ReadonlySet<string> = new Set(['function', 'symbol']);

/** Big integers stay: what kubectl made before may hold them. */
const OPTIONS: RenderOptions = {
  sorted: false,
  resolve: (value) => value,
  isData: (value) => (typeof value === 'number' ? Number.isFinite(value) : !NOT_DATA_TYPES.has(typeof value)),
};

/**
 * A copy of a manifest given in code, as JSON holds it.
 *
 * @param name what messages call it
 * @throws Error with the place of a value that no manifest can hold, such as a Date or one that holds itself
 */
export function plainCopy(manifest: unknown, name: string): unknown {
  const copy = toManifest({ [name]: manifest }, {}, OPTIONS) as { readonly [name: string]: unknown };
  return copy[name];
}

/** Reads a manifest given in code as one of a file. */
export function readGiven<T extends Manifest>(read: ReadManifest<T>, manifest: unknown): T {
  const value = withSortedKeys(plainCopy(manifest, 'manifest'));
  return read(value, goJson(value));
}
