import { posix } from 'node:path';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { PersistentVolumeSpec, Scalar } from '../schema/types';
import type { Verdict } from '../verdict';
import { GoValue, quote } from '../../go/format';
import { named } from '../../go/value';
import { quantity } from '../../apimachinery/quantity';
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
  judge(volume, path, verdict) {
    const { spec } = volume;
    const { accessModes = [], persistentVolumeReclaimPolicy: policy, nodeAffinity } = spec;
    if (!accessModes.length)
      verdict.required(path.field('accessModes'), '', { suggestion: 'add ReadWriteOnce' });
    judgeAccessModes(accessModes, path.field('accessModes'), verdict);
    judgeCapacity(spec.capacity, path.field('capacity'), verdict);
    judgeReclaimPolicy(policy, path.field('persistentVolumeReclaimPolicy'), verdict);
    if (nodeAffinity) judgeVolumeNodeAffinity(nodeAffinity, path.field('nodeAffinity'), verdict);
    judgeOneOf(spec, SOURCES, volume, path, verdict);
    judgeRecycling(spec, path.field('persistentVolumeReclaimPolicy'), verdict);
    judgeClassName(spec.storageClassName, path.field('storageClassName'), verdict);
    judgeVolumeMode(spec.volumeMode, path.field('volumeMode'), verdict);
    if (hasAttributesClass(verdict)) judgeAttributesClass(spec, path, verdict);
  },
});

function judgeReclaimPolicy(policy: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (policy && !RECLAIM_POLICIES.includes(policy)) {
    verdict.notSupported(path, named(policy), RECLAIM_POLICIES);
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
    judge: (iscsi, path, verdict, { name }) => judgePersistentIscsi(iscsi, name, path, verdict),
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
    judge(local, path, verdict, { spec }) {
      judgeLocal(local, path, verdict);
      if (!spec.nodeAffinity) {
        verdict.required(path.sibling('nodeAffinity'), 'Local volume requires node affinity');
      }
    },
  },
  { field: 'storageos', judge: judgePersistentStorageOs },
  { field: 'csi', judge: judgePersistentCsi },
]);

type Capacity = { readonly [resource: string]: Scalar };

function judgeCapacity(capacity: Capacity | undefined, path: FieldPath, verdict: Verdict): void {
  const resources = Object.keys(capacity ?? {}).sort();
  const hint = { suggestion: 'set capacity.storage only, such as "1Gi"' };
  if (!resources.length) verdict.required(path, '', hint);
  if (resources.length !== 1 || resources[0] !== 'storage') {
    verdict.notSupported(path, inGo(capacity, resources), ['storage'], hint);
  }
  for (const resource of resources) {
    const amount = quantity(capacity![resource]).inMilli();
    const place = path.key(resource);
    if (amount.roundedUp() < 0n) {
      verdict.invalid(place, amount.roundedUp(), 'must be a valid resource quantity');
    }
    if (amount.sign() <= 0) verdict.invalid(place, amount.toString(), 'must be greater than zero');
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
  path: FieldPath,
  verdict: Verdict,
): void {
  if (policy !== 'Recycle' || !hostPath?.path || posix.normalize(hostPath.path) !== '/') return;
  verdict.forbidden(path, "may not be 'recycle' for a hostPath mount of '/'", { suggestion: 'use Retain' });
}

function judgeAttributesClass(
  { volumeAttributesClassName: name, csi }: PersistentVolumeSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (name === undefined) return;
  const place = path.field('volumeAttributesClassName');
  if (name) {
    judgeClassName(name, place, verdict);
  } else {
    verdict.required(place, 'an empty string is disallowed', {
      suggestion: 'remove volumeAttributesClassName',
    });
  }
  if (!csi) verdict.required(path.field('csi'), 'has to be specified when using volumeAttributesClassName');
}
