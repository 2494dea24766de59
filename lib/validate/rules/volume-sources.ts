import type { Field } from '../field';
import type { Volume } from '../schema/types';
import { judgeEphemeral } from './sources/ephemeral';
import {
  judgeAwsDisk,
  judgeAzureDisk,
  judgeAzureFile,
  judgeCinder,
  judgeGceDisk,
  judgePhoton,
  judgePortworx,
  judgeScaleIo,
  judgeStorageOs,
  judgeVsphere,
} from './sources/disks';
import { requires } from './sources/fields';
import {
  judgeConfigMap,
  judgeDownwardApi,
  judgeEmptyDir,
  judgeGitRepo,
  judgeHostPath,
  judgeSecret,
} from './sources/files';
import { judgeIscsi, judgeIscsiName } from './sources/iscsi';
import {
  judgeCephfs,
  judgeFc,
  judgeFlocker,
  judgeGlusterfs,
  judgeNfs,
  judgeQuobyte,
  judgeRbd,
} from './sources/network';
import { judgeOneOf, sourceTable } from './sources/one-of';
import { judgeCsi, judgeFlexVolume, judgeImage } from './sources/plugins';
import { judgeProjected } from './sources/projected';

type PodSources = Omit<Volume, 'name'>;

/** The volume and its Pod, for the sources that look at them. */
export interface VolumeOwner {
  readonly name: string;
  /** The Pod's name; undefined in a template, empty where the server makes it. */
  readonly pod: string | undefined;
}

/** In the server's order: the first is judged, the others are forbidden. */
const SOURCES = sourceTable<PodSources, VolumeOwner>([
  { field: 'emptyDir', judge: judgeEmptyDir },
  { field: 'hostPath', judge: judgeHostPath },
  { field: 'gitRepo', judge: judgeGitRepo },
  { field: 'gcePersistentDisk', judge: judgeGceDisk, judgedAs: 'persistentDisk' },
  { field: 'awsElasticBlockStore', judge: judgeAwsDisk },
  { field: 'secret', judge: judgeSecret },
  { field: 'nfs', judge: judgeNfs },
  {
    field: 'iscsi',
    judge: judgeIscsi,
    always: (iscsi, at, { name }) => judgeIscsiName(iscsi, name, at.sibling('name')),
  },
  { field: 'glusterfs', judge: judgeGlusterfs },
  { field: 'flocker', judge: judgeFlocker },
  { field: 'persistentVolumeClaim', judge: requires('claimName') },
  { field: 'rbd', judge: judgeRbd },
  { field: 'cinder', judge: judgeCinder },
  { field: 'cephfs', judge: judgeCephfs, forbiddenAs: 'cephFS' },
  { field: 'quobyte', judge: judgeQuobyte },
  { field: 'downwardAPI', judge: judgeDownwardApi, forbiddenAs: 'downwarAPI' },
  { field: 'fc', judge: judgeFc },
  { field: 'flexVolume', judge: judgeFlexVolume },
  { field: 'configMap', judge: judgeConfigMap },
  { field: 'azureFile', judge: judgeAzureFile },
  { field: 'vsphereVolume', judge: judgeVsphere },
  { field: 'photonPersistentDisk', judge: judgePhoton },
  { field: 'portworxVolume', judge: judgePortworx },
  { field: 'azureDisk', judge: judgeAzureDisk },
  { field: 'storageos', judge: judgeStorageOs },
  { field: 'projected', judge: judgeProjected },
  { field: 'scaleIO', judge: judgeScaleIo },
  { field: 'csi', judge: judgeCsi },
  { field: 'ephemeral', judge: judgeEphemeral },
  {
    field: 'image',
    judge: (image, at, { pod }) => judgeImage(image, pod !== undefined, at),
  },
]);

/** A volume has one source: validateVolumeSource, 1.36. */
export const judgeVolumeSources = (volume: Volume, owner: VolumeOwner, at: Field): void =>
  judgeOneOf(volume, SOURCES, owner, at);
