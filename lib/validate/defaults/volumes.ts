import type { Volume } from '../schema/types';

/**
 * Fills in what later stages look at: SetDefaults_Volume and what it holds, 1.36. A volume without a source
 * is an emptyDir.
 */
export function defaultVolume(volume: Volume): void {
  if (!hasSource(volume)) volume.emptyDir = {};
  volume.downwardAPI?.items?.forEach(defaultFile);
  volume.projected?.sources?.forEach(({ downwardAPI, serviceAccountToken }) => {
    downwardAPI?.items?.forEach(defaultFile);
    if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
  });
}

function hasSource(volume: Volume): boolean {
  for (const field in volume) {
    if (field !== 'name' && volume[field as keyof Volume] !== undefined) return true;
  }
  return false;
}

/** SetDefaults_ObjectFieldSelector, 1.36. */
function defaultFile({ fieldRef }: { readonly fieldRef?: { apiVersion?: string } }): void {
  if (fieldRef) fieldRef.apiVersion ||= 'v1';
}
