import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { Volume } from '../schema/types';
import { FRACTIONAL_STORAGE } from './fractional-bytes';

interface Deprecated {
  readonly source: keyof Volume;
  /** The source as the server writes it, if not as the manifest does. */
  readonly shown?: string;
  readonly text: string;
}

/**
 * Sources that no kubelet mounts any more, in the server's order; claims of ephemeral volumes come between
 * the two groups.
 */
const BEFORE_CLAIMS: readonly Deprecated[] = [
  { source: 'photonPersistentDisk', text: 'deprecated in v1.11, non-functional in v1.16+' },
  { source: 'gitRepo', text: 'deprecated in v1.11' },
  { source: 'scaleIO', text: 'deprecated in v1.16, non-functional in v1.22+' },
  { source: 'flocker', text: 'deprecated in v1.22, non-functional in v1.25+' },
  { source: 'storageos', shown: 'storageOS', text: 'deprecated in v1.22, non-functional in v1.25+' },
  { source: 'quobyte', text: 'deprecated in v1.22, non-functional in v1.25+' },
  { source: 'glusterfs', text: 'deprecated in v1.25, non-functional in v1.26+' },
];
const AFTER_CLAIMS: readonly Deprecated[] = [
  { source: 'cephfs', text: 'deprecated in v1.28, non-functional in v1.31+' },
  { source: 'rbd', text: 'deprecated in v1.28, non-functional in v1.31+' },
];

const MENTIONED: readonly (keyof Volume)[] = [
  'ephemeral',
  ...[...BEFORE_CLAIMS, ...AFTER_CLAIMS].map(({ source }) => source),
];

export const DEPRECATED_VOLUME = defineRule({
  id: 'deprecated-volume',
  stage: 'warn',
  mistake: 'a volume type that is deprecated or no longer works',
  suggestion: 'use a persistentVolumeClaim whose StorageClass has a CSI driver',
});

/**
 * Volumes of sources that are no more, and what is odd about ephemeral claims: warningsForPodSpecAndMeta,
 * pkg/api/pod 1.30 to 1.36.
 */
export const DEPRECATED_VOLUMES: Rule<readonly Volume[]> = {
  id: DEPRECATED_VOLUME.id,
  judge(volumes, at) {
    volumes.forEach((volume, index) => {
      if (MENTIONED.some((source) => volume[source] !== undefined)) {
        warnOfVolume(volume, at.index(index));
      }
    });
  },
};

function warnOfVolume(volume: Volume, at: Field): void {
  warnOfSources(volume, BEFORE_CLAIMS, at);
  const claim = volume.ephemeral?.volumeClaimTemplate;
  if (claim?.spec) {
    at.field('ephemeral', 'volumeClaimTemplate', 'spec').apply(FRACTIONAL_STORAGE, claim.spec);
  }
  warnOfSources(volume, AFTER_CLAIMS, at);
}

function warnOfSources(volume: Volume, deprecated: readonly Deprecated[], at: Field): void {
  for (const { source, shown = source, text } of deprecated) {
    if (volume[source] === undefined) continue;
    at.field(source).warn(
      `${at.field(shown)}: ${text}${source === 'gitRepo' ? sinceGate(at.minor) : ''}`,
      suggestionFor(source),
    );
  }
}

/** The GitRepoVolumeDriver gate came with 1.33, off by default. */
const sinceGate = (minor: number) => (minor >= 33 ? ', and disabled by default in v1.33+' : '');

const suggestionFor = (source: string) =>
  source === 'gitRepo'
    ? 'use an emptyDir, and an init container that clones into it'
    : 'use a persistentVolumeClaim whose StorageClass has a CSI driver';
