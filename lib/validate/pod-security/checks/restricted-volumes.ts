import type { Volume } from '../../schema/types';
import type { Check } from '../check';
import { listed, plural, quoted } from '../wording';
import { HOST_PATH_VOLUMES } from './host-path-volumes';
import { defineRule } from '../../rule';

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

/** In the order in which a volume with several is called by one. */
const OTHERS = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
] as const;

/** Volumes other than those that a cluster provides: policy/check_restrictedVolumes.go, 1.36. */
export const RESTRICTED_VOLUMES = defineRule<Check>({
  id: 'pod-security-restricted-volumes',
  stage: 'pod-security',
  mistake: 'restricted: a volume type that is not allowed',
  suggestion:
    'use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret',
  since: 0,
  overrides: HOST_PATH_VOLUMES,
  judge({ spec: { volumes = [] }, path }) {
    const bad = volumes.filter((volume) => typeOf(volume) && !ALLOWED.some((source) => volume[source]));
    if (!bad.length) return undefined;
    const types = listed(bad.flatMap((volume) => typeOf(volume) ?? []));
    return {
      reason: 'restricted volume types',
      detail:
        `${plural('volume', bad.length)} ${quoted(bad.map(({ name = '' }) => name))} ${bad.length === 1 ? 'uses' : 'use'} ` +
        `${plural('restricted volume type', types.length)} ${quoted(types)}`,
      path: path.field('spec', 'volumes').index(volumes.indexOf(bad[0])).field(typeOf(bad[0])!),
      suggestion: `use ${ALLOWED.slice(0, -1).join(', ')} or ${ALLOWED.at(-1)}`,
    };
  },
});

/** None where there is no source: a server makes an emptyDir of that. */
const typeOf = (volume: Volume) => OTHERS.find((source) => volume[source]);
