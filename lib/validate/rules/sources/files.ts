import type { FieldPath } from '../../path';
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
import type { Verdict } from '../../verdict';
import { descendingPath, noBacksteps, nonReservedPath } from '../../../apimachinery/local-path';
import { quantity } from '../../../apimachinery/quantity';
import { named } from '../../../go/value';
import { judgeFieldRef, judgeResourceFieldRef } from '../field-refs';

/** The part of validateVolumeSource that is emptyDir's, 1.36. */
export function judgeEmptyDir({ sizeLimit }: EmptyDirVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (quantity(sizeLimit).sign() < 0) {
    verdict.forbidden(path.field('sizeLimit'), 'SizeLimit field must be a valid resource quantity');
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
export function judgeHostPath(
  { path: host = '', type = '' }: HostPathVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!host) return verdict.required(path.field('path'), '', { suggestion: 'set the path on the node' });
  verdict.invalidEach(path.field('path'), host, noBacksteps(host));
  if (!HOST_PATH_TYPES.includes(type)) verdict.notSupported(path.field('type'), named(type), HOST_PATH_TYPES);
}

/** validateLocalVolumeSource, 1.36. */
export function judgeLocal({ path: host = '' }: LocalVolumeSource, path: FieldPath, verdict: Verdict): void {
  if (!host) return verdict.required(path.field('path'), '', { suggestion: 'set the path on the node' });
  verdict.invalidEach(path.field('path'), host, noBacksteps(host));
}

/** validateGitRepoVolumeSource, 1.36. */
export function judgeGitRepo(
  { repository, directory = '' }: GitRepoVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!repository) verdict.required(path.field('repository'));
  verdict.invalidEach(path.field('directory'), directory, descendingPath(directory));
}

/** validateSecretVolumeSource, 1.36. */
export function judgeSecret(
  { secretName, defaultMode, items = [] }: SecretVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!secretName)
    verdict.required(path.field('secretName'), '', { suggestion: 'set the name of the Secret' });
  judgeMode(defaultMode, path.field('defaultMode'), verdict);
  items.forEach((item, index) => judgeKeyToPath(item, path.field('items').index(index), verdict));
}

/** validateConfigMapVolumeSource, 1.36. */
export function judgeConfigMap(
  { name, defaultMode, items = [] }: ConfigMapVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!name) verdict.required(path.field('name'), '', { suggestion: 'set the name of the ConfigMap' });
  judgeMode(defaultMode, path.field('defaultMode'), verdict);
  items.forEach((item, index) => judgeKeyToPath(item, path.field('items').index(index), verdict));
}

/** validateKeyToPath, 1.36. */
export function judgeKeyToPath(
  { key, path: file = '', mode }: KeyToPath,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!key) verdict.required(path.field('key'));
  if (!file) verdict.required(path.field('path'));
  verdict.invalidEach(path.field('path'), file, nonReservedPath(file));
  judgeMode(mode, path.field('mode'), verdict);
}

/** validateDownwardAPIVolumeSource, 1.36: the server names no item. */
export function judgeDownwardApi(
  { defaultMode, items = [] }: DownwardAPIVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeMode(defaultMode, path.field('defaultMode'), verdict);
  judgeDownwardApiFiles(items, path, verdict);
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
  path: FieldPath,
  verdict: Verdict,
  then?: (item: DownwardAPIVolumeFile) => void,
): void {
  items.forEach((item, index) => {
    verdict.placed(path, path.field('items').index(index), () => judgeDownwardApiFile(item, path, verdict));
    then?.(item);
  });
}

/** validateDownwardAPIVolumeFile, 1.36. */
function judgeDownwardApiFile(file: DownwardAPIVolumeFile, path: FieldPath, verdict: Verdict): void {
  const { path: name = '', fieldRef, resourceFieldRef } = file;
  if (!name) verdict.required(path.field('path'), '', { suggestion: 'set the path of the file' });
  verdict.invalidEach(path.field('path'), name, nonReservedPath(name));
  if (fieldRef) {
    judgeFieldRef(fieldRef, DOWNWARD_FIELDS, path.field('fieldRef'), verdict);
    if (resourceFieldRef) {
      verdict.invalid(path, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously', {
        suggestion: 'remove one of them',
      });
    }
  } else if (resourceFieldRef) {
    judgeResourceFieldRef(resourceFieldRef, true, path.field('resourceFieldRef'), verdict);
  } else {
    verdict.required(path, 'one of fieldRef and resourceFieldRef is required', {
      suggestion: 'set fieldRef',
    });
  }
  judgeMode(file.mode, path.field('mode'), verdict);
}

/** A file's permissions: 0 to 0777. */
export function judgeMode(mode: number | undefined, path: FieldPath, verdict: Verdict): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) {
    verdict.invalid(path, mode, 'must be a number between 0 and 0777 (octal), both inclusive');
  }
}
