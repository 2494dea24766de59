import type { Field } from '../field';
import { CONTAINER_LISTS } from '../containers';
import { defineRule, type Rule } from '../rule';
import type { Container, EphemeralContainer, PodSpec, Volume } from '../schema/types';

/** Volumes that env reads files of: validateFileKeyRefVolumes, 1.36; EnvFiles is on from 1.35. */
export const FILE_KEY_REFS = defineRule<Rule<PodSpec>>({
  id: 'container-env-file',
  stage: 'judge',
  mistake: 'a `fileKeyRef` to a volume that does not exist or is not an emptyDir',
  suggestion: 'add an emptyDir volume with this name',
  judge(spec, at) {
    if (at.minor < 35 || !CONTAINER_LISTS.some((list) => spec[list]?.some(readsFiles))) return;
    const volumes = new Map(spec.volumes?.map((volume) => [volume.name ?? '', volume]));
    for (const list of CONTAINER_LISTS) {
      spec[list]?.forEach(({ env }: AnyContainer, index) =>
        judgeEnv(env, volumes, at.field(list).index(index).field('env')),
      );
    }
  },
});

type AnyContainer = Container | EphemeralContainer;

const readsFiles = ({ env }: AnyContainer) => env?.some(({ valueFrom }) => valueFrom?.fileKeyRef);

function judgeEnv(env: AnyContainer['env'], volumes: ReadonlyMap<string, Volume>, at: Field): void {
  env?.forEach(({ valueFrom }, index) => {
    const reference = valueFrom?.fileKeyRef;
    if (!reference) return;
    const { volumeName = '' } = reference;
    const place = at.index(index).field('valueFrom', 'fileKeyRef', 'volumeName');
    const volume = volumes.get(volumeName);
    if (!volume) {
      place.notFound(volumeName, {
        suggestion: 'add an emptyDir volume with this name to spec.volumes',
      });
    } else if (!volume.emptyDir) {
      place.invalid(volumeName, 'referenced volume must be of type emptyDir');
    }
  });
}
