import { visitContainers } from '../containers';
import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { Container, PodSpec, Volume } from '../schema/types';
import type { Verdict } from '../verdict';

/** Volumes that env reads files of: validateFileKeyRefVolumes, 1.36; EnvFiles is on from 1.35. */
export const FILE_KEY_REFS: Rule<PodSpec> = {
  id: 'container-env-file',
  judge(spec, path, verdict) {
    if (verdict.minor < 35) return;
    let volumes: ReadonlyMap<string, Volume> | undefined;
    visitContainers(spec, (container, list, index) => {
      if (!readsFiles(container)) return;
      volumes ??= new Map(spec.volumes?.map((volume) => [volume.name ?? '', volume]));
      judgeEnv(container.env, volumes, path.child(list).index(index).child('env'), verdict);
    });
  },
};

const readsFiles = ({ env }: Container) => env?.some(({ valueFrom }) => valueFrom?.fileKeyRef);

function judgeEnv(
  env: Container['env'],
  volumes: ReadonlyMap<string, Volume>,
  path: FieldPath,
  verdict: Verdict,
): void {
  env?.forEach(({ valueFrom }, index) => {
    const reference = valueFrom?.fileKeyRef;
    if (!reference) return;
    const { volumeName = '' } = reference;
    const place = path.index(index).child('valueFrom', 'fileKeyRef', 'volumeName');
    const volume = volumes.get(volumeName);
    if (!volume) {
      verdict.notFound(place, volumeName, { remedy: 'add an emptyDir volume of this name to spec.volumes' });
    } else if (!volume.emptyDir) {
      verdict.invalid(place, volumeName, 'referenced volume must be of type emptyDir');
    }
  });
}
