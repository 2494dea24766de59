import type { Volume } from '../schema/types';
import type { Lint, LintedPod } from './pod';
import { tailOf } from './shell/tail';
import { TRAIT } from './traits';

/** Logs grow until the disk is full, which takes the node down: the kubelet evicts the Pod alone where there is a limit. */
export const LOG_VOLUME_LIMIT: Lint = {
  id: 'log-volume-limit',
  needs: TRAIT.VOLUMES,
  judge(pod, report) {
    const { volumes } = pod.spec;
    if (!volumes) return;
    volumes.forEach((volume, index) => {
      if (!volume.emptyDir || volume.emptyDir.sizeLimit !== undefined || !holdsLogs(volume, pod) || limitsStorage(pod)) return;
      report(pod.path.child('volumes').index(index), `emptyDir "${volume.name}" takes logs and has no sizeLimit`, 'set emptyDir.sizeLimit, such as 256Mi');
    });
  },
};

const LOG_NAME = /(^|[-.])logs?($|[-.])/;
const LOG_PATH = /(^|\/)logs?(\/|$)/;

function holdsLogs({ name = '' }: Volume, pod: LintedPod): boolean {
  return LOG_NAME.test(name) || pod.running.some((container) => {
    const mounted = container.spec.volumeMounts?.some((mount) => mount.name === name && LOG_PATH.test(mount.mountPath ?? ''));
    return mounted || (container.says('tail') && container.process.script.commands.some((command) => tailOf(command)?.files.some((file) => container.mountOf(file)?.name === name)));
  });
}

/** Files in an emptyDir count towards the limit of ephemeral storage. */
const limitsStorage = ({ containers }: LintedPod) => containers.some(({ spec }) => spec.resources?.limits?.['ephemeral-storage'] !== undefined);
