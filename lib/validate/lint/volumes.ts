import { quote } from '../go-text';
import type { Lint, LintedContainer, LintedPod } from './pod';
import { tailOf } from './shell/tail';
import { TRAIT } from './traits';

/** A volume that no container mounts is a mount that has been forgotten, or a rest. */
export const VOLUME_UNUSED: Lint = {
  id: 'volume-unused',
  needs: TRAIT.VOLUMES,
  judge({ spec: { volumes }, containers, path }, report) {
    if (!volumes || !containers.length) return;
    volumes.forEach(({ name }, index) => {
      if (!name || containers.some((container) => uses(container, name))) return;
      report(path.child('volumes').index(index), `no container mounts volume "${name}"`, 'mount it where it belongs, or remove it');
    });
  },
};

function uses(container: LintedContainer, volume: string): boolean {
  if (container.mounts(volume)) return true;
  const { volumeDevices, env } = container.spec;
  return (volumeDevices?.some(({ name }) => name === volume) || env?.some(({ valueFrom }) => valueFrom?.fileKeyRef?.volumeName === volume)) ?? false;
}

/** What is to be shared is mounted by two: by one alone, the other sees its own empty directory. */
export const VOLUME_NOT_SHARED: Lint = {
  id: 'volume-not-shared',
  needs: TRAIT.VOLUMES | TRAIT.SEVERAL,
  judge(pod, report) {
    if (!pod.spec.volumes || pod.containers.length < 2) return;
    pod.spec.volumes.forEach(({ name, emptyDir }, index) => {
      const owners = emptyDir && name ? pod.containers.filter((container) => container.mounts(name)) : [];
      if (owners.length !== 1) return;
      const [owner] = owners;
      const mount = { message: `container "${owner.name}" mounts it here`, path: owner.mountPathOf(name!) };
      const reader = readerOf(owner, name!, pod);
      if (reader) return report(reader.container.programPath, `${quote(reader.file)} is in volume "${name}" of container "${owner.name}", which this one does not mount`, `mount "${name}" here, too`, mount);
      if (!isForSharing(name!)) return;
      report(pod.path.child('volumes').index(index), `only container "${owner.name}" mounts emptyDir "${name}"`, 'mount it in the other container, too, or rename it', mount);
    });
  },
};

const isForSharing = (name: string) => name.includes('shared') && !name.includes('mem') && !name.includes('lib');

interface Reader {
  readonly container: LintedContainer;
  readonly file: string;
}

/** A container that follows a file which another has in a volume. */
function readerOf(owner: LintedContainer, volume: string, { running }: LintedPod): Reader | undefined {
  for (const container of running) {
    if (container === owner || !container.says('tail')) continue;
    const files = container.process.script.commands.flatMap((command) => tailOf(command)?.files ?? []);
    const file = files.find((name) => !container.mountOf(name) && owner.mountOf(name)?.name === volume);
    if (file) return { container, file };
  }
  return undefined;
}
