import type { Field } from '../../field';
import type {
  ConfigMapVolumeSource,
  DownwardAPIVolumeFile,
  DownwardAPIVolumeSource,
  EmptyDirVolumeSource,
  GitRepoVolumeSource,
  HostPathVolumeSource,
  KeyToPath,
  LocalVolumeSource,
  SecretVolumeSource,
} from '../../schema/types';
import { descendingPath, noBacksteps, nonReservedPath } from '../../../apimachinery/local-path';
import { quantity } from '../../../apimachinery/parse-quantity';
import { named } from '../../../go/value';
import { judgeFieldRef, judgeResourceFieldRef } from '../field-refs';

/** The part of validateVolumeSource that is emptyDir's, 1.36. */
export function judgeEmptyDir({ sizeLimit }: EmptyDirVolumeSource, at: Field): void {
  if (quantity(sizeLimit).sign() < 0) {
    at.field('sizeLimit').forbidden('SizeLimit field must be a valid resource quantity');
  }
}

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** validateHostPathVolumeSource, 1.36. */
export function judgeHostPath({ path: host = '', type = '' }: HostPathVolumeSource, at: Field): void {
  if (!host) return at.field('path').required('', { suggestion: 'set the path on the node' });
  at.field('path').invalidEach(host, noBacksteps(host));
  if (!HOST_PATH_TYPES.includes(type)) at.field('type').notSupported(named(type), HOST_PATH_TYPES);
}

/** validateLocalVolumeSource, 1.36. */
export function judgeLocal({ path: host = '' }: LocalVolumeSource, at: Field): void {
  if (!host) return at.field('path').required('', { suggestion: 'set the path on the node' });
  at.field('path').invalidEach(host, noBacksteps(host));
}

/** validateGitRepoVolumeSource, 1.36. */
export function judgeGitRepo({ repository, directory = '' }: GitRepoVolumeSource, at: Field): void {
  if (!repository) at.field('repository').required();
  at.field('directory').invalidEach(directory, descendingPath(directory));
}

/** validateSecretVolumeSource, 1.36. */
export function judgeSecret({ secretName, defaultMode, items = [] }: SecretVolumeSource, at: Field): void {
  if (!secretName) at.field('secretName').required('', { suggestion: 'set the name of the Secret' });
  judgeMode(defaultMode, at.field('defaultMode'));
  items.forEach((item, index) => judgeKeyToPath(item, at.field('items').index(index)));
}

/** validateConfigMapVolumeSource, 1.36. */
export function judgeConfigMap({ name, defaultMode, items = [] }: ConfigMapVolumeSource, at: Field): void {
  if (!name) at.field('name').required('', { suggestion: 'set the name of the ConfigMap' });
  judgeMode(defaultMode, at.field('defaultMode'));
  items.forEach((item, index) => judgeKeyToPath(item, at.field('items').index(index)));
}

/** validateKeyToPath, 1.36. */
export function judgeKeyToPath({ key, path: file = '', mode }: KeyToPath, at: Field): void {
  if (!key) at.field('key').required();
  if (!file) at.field('path').required();
  at.field('path').invalidEach(file, nonReservedPath(file));
  judgeMode(mode, at.field('mode'));
}

/** validateDownwardAPIVolumeSource, 1.36: the server names no item. */
export function judgeDownwardApi({ defaultMode, items = [] }: DownwardAPIVolumeSource, at: Field): void {
  judgeMode(defaultMode, at.field('defaultMode'));
  judgeDownwardApiFiles(items, at);
}

const DOWNWARD_FIELDS = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

/** The server names the source, not the item. `then` runs after each. */
export function judgeDownwardApiFiles(
  items: readonly DownwardAPIVolumeFile[],
  at: Field,
  then?: (item: DownwardAPIVolumeFile) => void,
): void {
  items.forEach((item, index) => {
    judgeDownwardApiFile(item, at.shownAt(at.field('items').index(index)));
    then?.(item);
  });
}

/** validateDownwardAPIVolumeFile, 1.36. */
function judgeDownwardApiFile(file: DownwardAPIVolumeFile, at: Field): void {
  const { path: name = '', fieldRef, resourceFieldRef } = file;
  if (!name) at.field('path').required('', { suggestion: 'set the path of the file' });
  at.field('path').invalidEach(name, nonReservedPath(name));
  if (fieldRef) {
    judgeFieldRef(fieldRef, DOWNWARD_FIELDS, at.field('fieldRef'));
    if (resourceFieldRef) {
      at.invalid('resource', 'fieldRef and resourceFieldRef can not be specified simultaneously', {
        suggestion: 'remove one of them',
      });
    }
  } else if (resourceFieldRef) {
    judgeResourceFieldRef(resourceFieldRef, true, at.field('resourceFieldRef'));
  } else {
    at.required('one of fieldRef and resourceFieldRef is required', {
      suggestion: 'set fieldRef',
    });
  }
  judgeMode(file.mode, at.field('mode'));
}

/** A file's permissions: 0 to 0777. */
export function judgeMode(mode: number | undefined, at: Field): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) {
    at.invalid(mode, 'must be a number between 0 and 0777 (octal), both inclusive');
  }
}
