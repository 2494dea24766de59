import type { Field } from '../field';
import type { VolumeProjection } from '../schema/types';
import { quote } from '../../go/format';

/** A file that a volume shows. */
export interface PlacedFile {
  readonly path: string;
  /**
   * Where it comes from, as the server says it; undefined for a projection without a source, which has no
   * file.
   */
  readonly source: string | undefined;
  /** Makes the path when asked: most files overlap with none. */
  readonly at: () => Field;
}

/** extractPaths and extractPathsDownwardAPI, pkg/api/pod 1.36. */
export const itemFiles = (
  items: readonly { readonly path?: string }[],
  source: string,
  at: Field,
): PlacedFile[] =>
  items.map(({ path = '' }, index) => ({ path, source, at: () => at.index(index).field('path') }));

/**
 * Files of a projected volume. Before 1.34 a source that lists no items counts as the one before it once
 * more.
 */
export function projectedFiles(sources: readonly VolumeProjection[], at: Field, minor: number): PlacedFile[] {
  const files: PlacedFile[] = [];
  let last: readonly PlacedFile[] = [];
  sources.forEach((source, index) => {
    const place = at.index(index);
    if (Object.values(source).every((value) => value === undefined)) {
      files.push({ path: '', source: undefined, at: () => place });
      return;
    }
    last = sourceFiles(source, place, minor) ?? (minor >= 34 ? [] : last);
    files.push(...last);
  });
  return files;
}

/** The first source that says where its files go; undefined if none does. */
function sourceFiles(source: VolumeProjection, at: Field, minor: number): readonly PlacedFile[] | undefined {
  const { configMap, secret, downwardAPI } = source;
  if (configMap?.items) {
    return itemFiles(
      configMap.items,
      `ConfigMap ${quote(configMap.name ?? '')}`,
      at.field('configMap', 'items'),
    );
  }
  if (secret?.items) {
    return itemFiles(secret.items, `Secret ${quote(secret.name ?? '')}`, at.field('secret', 'items'));
  }
  if (downwardAPI?.items) {
    return itemFiles(downwardAPI.items, 'DownwardAPI', at.field('downwardAPI', 'items'));
  }
  return identityFiles(source, at, minor);
}

function identityFiles(
  source: VolumeProjection,
  at: Field,
  minor: number,
): readonly PlacedFile[] | undefined {
  const { serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  if (serviceAccountToken) {
    return [
      {
        path: serviceAccountToken.path ?? '',
        source: 'ServiceAccountToken',
        at: () => at.field('serviceAccountToken', 'path'),
      },
    ];
  }
  if (clusterTrustBundle) {
    const { path = '', name, signerName = '' } = clusterTrustBundle;
    return [
      {
        path,
        source: `ClusterTrustBundle ${quote(name ?? signerName)}`,
        at: () => at.field('clusterTrustBundle', 'path'),
      },
    ];
  }
  return podCertificate && minor >= 34
    ? certificateFiles(podCertificate, at.field('podCertificate'))
    : undefined;
}

const CERTIFICATE_FILES = [
  ['certificateChainPath', 'PodCertificate chain'],
  ['keyPath', 'PodCertificate key'],
  ['credentialBundlePath', 'PodCertificate credential bundle'],
] as const;

const certificateFiles = (
  certificate: NonNullable<VolumeProjection['podCertificate']>,
  at: Field,
): PlacedFile[] =>
  CERTIFICATE_FILES.flatMap(([field, source]) =>
    certificate[field] ? [{ path: certificate[field], source, at: () => at.field(field) }] : [],
  );
