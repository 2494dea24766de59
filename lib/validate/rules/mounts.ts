import type { FieldPath } from '../path';
import type { Container, VolumeMount } from '../schema/types';
import type { Verdict } from '../verdict';
import { descendingPath } from '../vocabulary/local-path';
import type { ContainerRule, ContainerSubject } from './container-subject';

/** Mounts of a container: ValidateVolumeMounts, 1.36. */
export const MOUNTS: ContainerRule = {
  id: 'volume-mounts',
  judge(subject, path, verdict) {
    const { container: { volumeMounts = [] } } = subject;
    const taken = new Set<string>();
    volumeMounts.forEach((mount, index) => judgeMount(mount, subject, taken, path.child('volumeMounts'), index, verdict));
  },
};

function judgeMount(mount: VolumeMount, subject: ContainerSubject, taken: Set<string>, list: FieldPath, index: number, verdict: Verdict): void {
  const path = list.index(index);
  judgeVolume(mount.name ?? '', subject, path.child('name'), verdict);
  judgeMountPath(mount.mountPath ?? '', taken, path.child('mountPath'), verdict);
  judgeDevices(mount, subject.container, path, verdict);
  judgeSubPath(mount, list, path, verdict);
  judgePropagation(mount, subject.container, list.child('mountPropagation'), path, verdict);
  judgeRecursiveReadOnly(mount, list.child('recursiveReadOnly'), path, verdict);
}

function judgeVolume(name: string, { pod: { volumes, spec } }: ContainerSubject, path: FieldPath, verdict: Verdict): void {
  if (!name) verdict.required(path, '', { remedy: 'name the volume to mount' });
  if (volumes.has(name)) return;
  const known = [...new Set(spec.volumes?.flatMap((volume) => volume.name ?? []))].map((volume) => `"${volume}"`).join(', ');
  verdict.notFound(path, name, { remedy: `add a volume of this name to spec.volumes${known ? `, or mount one of ${known}` : ''}` });
}

function judgeMountPath(mountPath: string, taken: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (!mountPath) verdict.required(path, '', { remedy: 'say where in the container the volume appears' });
  if (taken.has(mountPath)) verdict.invalid(path, mountPath, 'must be unique', { remedy: 'mount each volume at a path of its own' });
  taken.add(mountPath);
}

function judgeDevices(mount: VolumeMount, { volumeDevices = [] }: Container, path: FieldPath, verdict: Verdict): void {
  if (volumeDevices.some(({ name }) => name === mount.name)) verdict.invalid(path.child('name'), mount.name, 'must not already exist in volumeDevices');
  if (volumeDevices.some(({ devicePath }) => devicePath === mount.mountPath)) {
    verdict.invalid(path.child('mountPath'), mount.mountPath, 'must not already exist as a path in volumeDevices');
  }
}

/** The server leaves the index out of the field. */
function judgeSubPath({ subPath, subPathExpr }: VolumeMount, list: FieldPath, path: FieldPath, verdict: Verdict): void {
  if (subPath) verdict.invalidEach(list.child('subPath'), subPath, descendingPath(subPath), { at: path.child('subPath') });
  if (!subPathExpr) return;
  if (subPath) verdict.invalid(path.child('subPathExpr'), subPathExpr, 'subPathExpr and subPath are mutually exclusive', { remedy: 'remove one of them' });
  verdict.invalidEach(list.child('subPathExpr'), subPathExpr, descendingPath(subPathExpr), { at: path.child('subPathExpr') });
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

/** validateMountPropagation, 1.36. */
function judgePropagation({ mountPropagation }: VolumeMount, { securityContext }: Container, field: FieldPath, mount: FieldPath, verdict: Verdict): void {
  if (mountPropagation === undefined) return;
  const at = mount.child('mountPropagation');
  if (!PROPAGATIONS.includes(mountPropagation)) verdict.notSupported(field, mountPropagation, PROPAGATIONS, { at });
  if (mountPropagation === 'Bidirectional' && !securityContext?.privileged) {
    verdict.forbidden(field, 'Bidirectional mount propagation is available only to privileged containers', { at });
  }
}

const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

/** validateMountRecursiveReadOnly, 1.36. */
function judgeRecursiveReadOnly({ recursiveReadOnly, readOnly, mountPropagation = 'None' }: VolumeMount, field: FieldPath, mount: FieldPath, verdict: Verdict): void {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  const at = mount.child('recursiveReadOnly');
  if (!RECURSIVE.includes(recursiveReadOnly)) return verdict.notSupported(field, recursiveReadOnly, RECURSIVE, { at });
  if (!readOnly) verdict.forbidden(field, 'may only be specified when readOnly is true', { at });
  if (mountPropagation !== 'None') verdict.forbidden(field, 'may only be specified when mountPropagation is None or not specified', { at });
}
