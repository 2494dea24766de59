import type { Volume } from '../schema/types';

/** Fills in what later stages look at: SetDefaults_Volume and what it holds, 1.36. A volume without a source is an emptyDir. */
export function defaultVolume(volume: Volume): void {
  if (Object.keys(volume).every((field) => field === 'name')) volume.emptyDir = {};
  volume.downwardAPI?.items?.forEach(defaultFile);
  volume.projected?.sources?.forEach(({ downwardAPI, serviceAccountToken }) => {
    downwardAPI?.items?.forEach(defaultFile);
    if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
  });
}

/** SetDefaults_ObjectFieldSelector, 1.36. */
function defaultFile({ fieldRef }: { readonly fieldRef?: { apiVersion?: string } }): void {
  if (fieldRef) fieldRef.apiVersion ||= 'v1';
}
