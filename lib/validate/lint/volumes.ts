import { quote } from '../../go/format';
import type { Lint, LintedContainer, LintedPod } from './pod';
import { MOST_TAILS, tailOf } from './shell/tail';
import { defineRule } from '../rule';
import { hasSeveralContainers, hasVolumes } from './predicates';

/** A volume that no container mounts is a mount that has been forgotten, or a rest. */
export const VOLUME_UNUSED = defineRule<Lint>({
  id: 'volume-unused',
  stage: 'lint',
  section: 'volumes',
  level: 'warning',
  mistake: 'a volume that no container mounts',
  why: 'either a mount is missing, or the volume is left over and still blocks the Pod if its source does not exist',
  suggestion: 'mount it, or remove it',
  when: [hasVolumes],
  judge({ spec: { volumes }, containers, path }, report) {
    if (!volumes || !containers.length) return;
    const used = usedBy(containers);
    volumes.forEach(({ name }, index) => {
      if (!name || used.has(name)) return;
      report(
        path.field('volumes').index(index),
        `volume "${name}" is not mounted by any container`,
        'mount it or remove it',
      );
    });
  },
});

function usedBy(containers: readonly LintedContainer[]): ReadonlySet<string | undefined> {
  const used = new Set<string | undefined>();
  for (const {
    spec: { volumeMounts, volumeDevices, env },
  } of containers) {
    if (volumeMounts) for (const { name } of volumeMounts) used.add(name);
    if (volumeDevices) for (const { name } of volumeDevices) used.add(name);
    if (env) {
      for (const { valueFrom } of env) if (valueFrom?.fileKeyRef) used.add(valueFrom.fileKeyRef.volumeName);
    }
  }
  return used;
}

/** What is to be shared is mounted by two: by one alone, the other sees its own empty directory. */
export const VOLUME_NOT_SHARED = defineRule<Lint>({
  id: 'volume-not-shared',
  stage: 'lint',
  section: 'volumes',
  level: 'warning',
  mistake:
    'an emptyDir that appears to be shared, by its name or because another container follows a file in it, is mounted by one container only',
  why: 'the other container does not see the files',
  suggestion: 'mount it in both containers',
  when: [hasSeveralContainers, hasVolumes],
  judge(pod, report) {
    if (!pod.spec.volumes || pod.containers.length < 2) return;
    let followed: readonly Reader[] | undefined;
    pod.spec.volumes.forEach(({ name, emptyDir }, index) => {
      const owners = emptyDir && name ? pod.mountersOf(name) : [];
      if (owners.length !== 1) return;
      const [owner] = owners;
      const mount = { message: `container "${owner.name}" mounts it here`, path: owner.mountPathOf(name!) };
      const reader = readerOf(owner, name!, (followed ??= followedElsewhere(pod)));
      if (reader) {
        return report(
          reader.container.programPath,
          `${quote(reader.file)} is in volume "${name}" of container "${owner.name}", which this container does not mount`,
          `also mount "${name}" here`,
          mount,
        );
      }
      if (!isForSharing(name!)) return;
      report(
        pod.path.field('volumes').index(index),
        `only container "${owner.name}" mounts emptyDir "${name}"`,
        'also mount it in the other container, or rename it',
        mount,
      );
    });
  },
});

const isForSharing = (name: string) =>
  name.includes('shared') && !name.includes('mem') && !name.includes('lib');

interface Reader {
  readonly container: LintedContainer;
  readonly file: string;
}

/** A container that follows a file which another has in a volume. */
const readerOf = (owner: LintedContainer, volume: string, followed: readonly Reader[]): Reader | undefined =>
  followed.find(({ container, file }) => container !== owner && owner.mountOf(file)?.name === volume);

/** The files that containers follow without mounting what they are in. */
function followedElsewhere({ running }: LintedPod): readonly Reader[] {
  return running
    .filter((container) => container.says('tail'))
    .flatMap((container) =>
      container.process.script.commands
        .flatMap((command) => tailOf(command)?.files ?? [])
        .filter((file) => !container.mountOf(file))
        .map((file) => ({ container, file })),
    )
    .slice(0, MOST_TAILS);
}
