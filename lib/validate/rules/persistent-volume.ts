import type { Field } from '../field';
import { posix } from 'node:path';
import { defineRule, type Rule } from '../rule';
import type { PersistentVolumeSpec, Scalar } from '../schema/types';
import { GoValue, quote } from '../../go/format';
import { named } from '../../go/value';
import { quantity } from '../../apimachinery/parse-quantity';
import { hasAttributesClass, judgeAccessModes, judgeClassName, judgeVolumeMode } from './claims';
import {
  judgeAwsDisk,
  judgeAzureDisk,
  judgeGceDisk,
  judgePersistentAzureFile,
  judgePersistentCinder,
  judgePersistentStorageOs,
  judgePhoton,
  judgePortworx,
  judgeScaleIo,
  judgeVsphere,
} from './sources/disks';
import { judgeHostPath, judgeLocal } from './sources/files';
import { judgePersistentIscsi } from './sources/iscsi';
import {
  judgeCephfs,
  judgeFc,
  judgeFlocker,
  judgeNfs,
  judgePersistentGlusterfs,
  judgeQuobyte,
  judgeRbd,
} from './sources/network';
import { judgeOneOf, sourceTable } from './sources/one-of';
import { judgeFlexVolume, judgePersistentCsi } from './sources/plugins';
import { judgeVolumeNodeAffinity } from './volume-node-affinity';

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

export interface PersistentVolumeSubject {
  readonly spec: PersistentVolumeSpec;
  readonly name: string;
}

/** ValidatePersistentVolumeSpec, 1.36. */
export const PERSISTENT_VOLUME = defineRule<Rule<PersistentVolumeSubject>>({
  id: 'persistent-volume',
  stage: 'judge',
  mistake:
    'a PersistentVolume with no source or several, or with a malformed capacity, access mode or affinity',
  suggestion: 'specify one source, and fix the part in the message',
  judge(volume, at) {
    const { spec } = volume;
    const { accessModes = [], persistentVolumeReclaimPolicy: policy, nodeAffinity } = spec;
    if (!accessModes.length) at.field('accessModes').required('', { suggestion: 'add ReadWriteOnce' });
    judgeAccessModes(accessModes, at.field('accessModes'));
    judgeCapacity(spec.capacity, at.field('capacity'));
    judgeReclaimPolicy(policy, at.field('persistentVolumeReclaimPolicy'));
    if (nodeAffinity) judgeVolumeNodeAffinity(nodeAffinity, at.field('nodeAffinity'));
    judgePersistentSources(volume, at);
    judgeClassName(spec.storageClassName, at.field('storageClassName'));
    judgeVolumeMode(spec.volumeMode, at.field('volumeMode'));
    if (hasAttributesClass(at.minor)) judgeAttributesClass(spec, at);
  },
});

/** The source, which a volume of its own and one within a VolumeAttachment have. */
export function judgePersistentSources(volume: PersistentVolumeSubject, at: Field): void {
  judgeOneOf(volume.spec, SOURCES, volume, at);
  judgeRecycling(volume.spec, at.field('persistentVolumeReclaimPolicy'));
}

function judgeReclaimPolicy(policy: string | undefined, at: Field): void {
  if (policy && !RECLAIM_POLICIES.includes(policy)) {
    at.notSupported(named(policy), RECLAIM_POLICIES);
  }
}

type PersistentSources = Pick<
  PersistentVolumeSpec,
  | 'awsElasticBlockStore'
  | 'azureDisk'
  | 'azureFile'
  | 'cephfs'
  | 'cinder'
  | 'csi'
  | 'fc'
  | 'flexVolume'
  | 'flocker'
  | 'gcePersistentDisk'
  | 'glusterfs'
  | 'hostPath'
  | 'iscsi'
  | 'local'
  | 'nfs'
  | 'photonPersistentDisk'
  | 'portworxVolume'
  | 'quobyte'
  | 'rbd'
  | 'scaleIO'
  | 'storageos'
  | 'vsphereVolume'
>;

/** In the server's order. */
const SOURCES = sourceTable<PersistentSources, PersistentVolumeSubject>([
  { field: 'hostPath', judge: judgeHostPath },
  { field: 'gcePersistentDisk', judge: judgeGceDisk, judgedAs: 'persistentDisk' },
  { field: 'awsElasticBlockStore', judge: judgeAwsDisk },
  { field: 'glusterfs', judge: judgePersistentGlusterfs },
  { field: 'flocker', judge: judgeFlocker },
  { field: 'nfs', judge: judgeNfs },
  { field: 'rbd', judge: judgeRbd },
  { field: 'quobyte', judge: judgeQuobyte },
  { field: 'cephfs', judge: judgeCephfs, forbiddenAs: 'cephFS' },
  {
    field: 'iscsi',
    judge: (iscsi, at, { name }) => judgePersistentIscsi(iscsi, name, at),
  },
  { field: 'cinder', judge: judgePersistentCinder },
  { field: 'fc', judge: judgeFc },
  { field: 'flexVolume', judge: judgeFlexVolume, besideOthers: true },
  { field: 'azureFile', judge: judgePersistentAzureFile },
  { field: 'vsphereVolume', judge: judgeVsphere },
  { field: 'photonPersistentDisk', judge: judgePhoton },
  { field: 'portworxVolume', judge: judgePortworx },
  { field: 'azureDisk', judge: judgeAzureDisk },
  { field: 'scaleIO', judge: judgeScaleIo },
  {
    field: 'local',
    judge(local, at, { spec }) {
      judgeLocal(local, at);
      if (!spec.nodeAffinity) {
        at.sibling('nodeAffinity').required('Local volume requires node affinity');
      }
    },
  },
  { field: 'storageos', judge: judgePersistentStorageOs },
  { field: 'csi', judge: judgePersistentCsi },
]);

type Capacity = { readonly [resource: string]: Scalar };

function judgeCapacity(capacity: Capacity | undefined, at: Field): void {
  const resources = Object.keys(capacity ?? {}).sort();
  const hint = { suggestion: 'set capacity.storage only, such as "1Gi"' };
  if (!resources.length) at.required('', hint);
  if (resources.length !== 1 || resources[0] !== 'storage') {
    at.notSupported(inGo(capacity, resources), ['storage'], hint);
  }
  for (const resource of resources) {
    const amount = quantity(capacity![resource]).inMilli();
    const place = at.key(resource);
    if (amount.roundedUp() < 0n) {
      place.invalid(amount.roundedUp(), 'must be a valid resource quantity');
    }
    if (amount.sign() <= 0) place.invalid(amount.toString(), 'must be greater than zero');
  }
}

/** A ResourceList as the server shows it. */
function inGo(capacity: Capacity | undefined, resources: readonly string[]): GoValue {
  if (!capacity) return new GoValue(null, 'core.ResourceList(nil)');
  const entries = resources.map((resource) => [resource, quantity(capacity[resource]).inMilli()] as const);
  const shown = Object.fromEntries(entries.map(([resource, amount]) => [resource, amount.toString()]));
  return new GoValue(
    shown,
    `core.ResourceList{${entries.map(([resource, amount]) => `${quote(resource)}:${amount.goSyntax()}`).join(', ')}}`,
  );
}

function judgeRecycling(
  { hostPath, persistentVolumeReclaimPolicy: policy }: PersistentVolumeSpec,
  at: Field,
): void {
  if (policy !== 'Recycle' || !hostPath?.path || posix.normalize(hostPath.path) !== '/') return;
  at.forbidden("may not be 'recycle' for a hostPath mount of '/'", { suggestion: 'use Retain' });
}

function judgeAttributesClass(
  { volumeAttributesClassName: name, csi }: PersistentVolumeSpec,
  at: Field,
): void {
  if (name === undefined) return;
  const place = at.field('volumeAttributesClassName');
  if (name) {
    judgeClassName(name, place);
  } else {
    place.required('an empty string is disallowed', {
      suggestion: 'remove volumeAttributesClassName',
    });
  }
  if (!csi) at.field('csi').required('has to be specified when using volumeAttributesClassName');
}
