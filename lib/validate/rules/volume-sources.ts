import type { FieldPath } from '../path';
import type { ConfigMapVolumeSource, EmptyDirVolumeSource, HostPathVolumeSource, KeyToPath, SecretVolumeSource, Volume } from '../schema/types';
import type { Verdict } from '../verdict';
import { noBacksteps, nonReservedPath } from '../vocabulary/local-path';
import { quantity } from '../vocabulary/quantity';

/** A volume has one source: validateVolumeSource, 1.36. */
export function judgeVolumeSources(volume: Volume, path: FieldPath, verdict: Verdict): void {
  const used = SOURCES.filter(({ field }) => volume[field] !== undefined);
  used.forEach((source, index) => {
    if (index > 0) verdict.forbidden(path.child(source.name ?? source.field), 'may not specify more than 1 volume type', oneOf(used, path.child(source.field)));
    else source.judge?.(volume, path.child(source.field), verdict);
  });
}

const oneOf = (used: readonly Source[], at: FieldPath) => ({ at, remedy: `keep one of ${used.map(({ field }) => field).join(', ')}` });

interface Source {
  readonly field: Exclude<keyof Volume, 'name'>;
  /** Name in the server's text, where it differs from the manifest's. */
  readonly name?: string;
  readonly judge?: (volume: Volume, path: FieldPath, verdict: Verdict) => void;
}

/** In the server's order: the first is judged, the others are forbidden. */
const SOURCES: readonly Source[] = [
  { field: 'emptyDir', judge: ({ emptyDir }, path, verdict) => judgeEmptyDir(emptyDir!, path, verdict) },
  { field: 'hostPath', judge: ({ hostPath }, path, verdict) => judgeHostPath(hostPath!, path, verdict) },
  { field: 'gitRepo' },
  { field: 'gcePersistentDisk' },
  { field: 'awsElasticBlockStore' },
  { field: 'secret', judge: ({ secret }, path, verdict) => judgeSecret(secret!, path, verdict) },
  { field: 'nfs' },
  { field: 'iscsi' },
  { field: 'glusterfs' },
  { field: 'flocker' },
  {
    field: 'persistentVolumeClaim',
    judge: ({ persistentVolumeClaim }, path, verdict) => { if (!persistentVolumeClaim!.claimName) verdict.required(path.child('claimName')); },
  },
  { field: 'rbd' },
  { field: 'cinder' },
  { field: 'cephfs', name: 'cephFS' },
  { field: 'quobyte' },
  { field: 'downwardAPI', name: 'downwarAPI' },
  { field: 'fc' },
  { field: 'flexVolume' },
  { field: 'configMap', judge: ({ configMap }, path, verdict) => judgeConfigMap(configMap!, path, verdict) },
  { field: 'azureFile' },
  { field: 'vsphereVolume' },
  { field: 'photonPersistentDisk' },
  { field: 'portworxVolume' },
  { field: 'azureDisk' },
  { field: 'storageos' },
  { field: 'projected' },
  { field: 'scaleIO' },
  { field: 'csi' },
  { field: 'ephemeral' },
  { field: 'image' },
];

function judgeEmptyDir({ sizeLimit }: EmptyDirVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (quantity(sizeLimit).sign() < 0) verdict.forbidden(path.child('sizeLimit'), 'SizeLimit field must be a valid resource quantity');
}

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

/** validateHostPathVolumeSource, 1.36. */
function judgeHostPath({ path: host = '', type = '' }: HostPathVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (!host) return verdict.required(path.child('path'), '', { remedy: 'set the path on the node' });
  verdict.invalidEach(path.child('path'), host, noBacksteps(host));
  if (!HOST_PATH_TYPES.includes(type)) verdict.notSupported(path.child('type'), type, HOST_PATH_TYPES);
}

/** validateSecretVolumeSource, 1.36. */
function judgeSecret({ secretName, defaultMode, items = [] }: SecretVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (!secretName) verdict.required(path.child('secretName'), '', { remedy: 'name the Secret' });
  judgeMode(defaultMode, path.child('defaultMode'), verdict);
  items.forEach((item, index) => judgeKeyToPath(item, path.child('items').index(index), verdict));
}

/** validateConfigMapVolumeSource, 1.36. */
function judgeConfigMap({ name, defaultMode, items = [] }: ConfigMapVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (!name) verdict.required(path.child('name'), '', { remedy: 'name the ConfigMap' });
  judgeMode(defaultMode, path.child('defaultMode'), verdict);
  items.forEach((item, index) => judgeKeyToPath(item, path.child('items').index(index), verdict));
}

/** validateKeyToPath, 1.36. */
function judgeKeyToPath({ key, path: file = '', mode }: KeyToPath, path: FieldPath, verdict: Verdict): void {
  if (!key) verdict.required(path.child('key'));
  if (!file) verdict.required(path.child('path'));
  verdict.invalidEach(path.child('path'), file, nonReservedPath(file));
  judgeMode(mode, path.child('mode'), verdict);
}

function judgeMode(mode: number | undefined, path: FieldPath, verdict: Verdict): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) verdict.invalid(path, mode, 'must be a number between 0 and 0777 (octal), both inclusive');
}
