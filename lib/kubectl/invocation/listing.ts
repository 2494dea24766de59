import type { UnstructuredManifest } from '../manifests/unstructured';

/** The labels or annotations of a manifest as `--list` prints them; of several manifests each has a head. */
export function listing(
  manifest: UnstructuredManifest,
  what: 'labels' | 'annotations',
  single: boolean,
): string {
  const lines = Object.entries(manifest[what]).map(([key, value]) => `${single ? '' : ' '}${key}=${value}\n`);
  const group = manifest.apiVersion.includes('/') ? manifest.apiVersion.split('/')[0] : '';
  return [single ? '' : `Listing ${what} for ${manifest.kind}.${group}/${manifest.name}:\n`, ...lines].join(
    '',
  );
}
