import type { Volume } from '../schema/types';
import type { Lint, LintedPod } from './pod';
import { tailOf } from './shell/tail';
import { defineRule } from '../rule';
import { hasVolumes } from './predicates';

/**
 * Logs grow until the disk is full, which takes the node down: the kubelet evicts the Pod alone where there
 * is a limit.
 */
export const LOG_VOLUME_LIMIT = defineRule<Lint>({
  id: 'log-volume-limit',
  stage: 'lint',
  section: 'volumes',
  level: 'warning',
  mistake: 'an emptyDir for logs without `sizeLimit`',
  why: "logs can fill the node's disk and evict other Pods",
  suggestion: 'set `sizeLimit`, or a limit for `ephemeral-storage`',
  when: [hasVolumes],
  judge(pod, report) {
    const { volumes } = pod.spec;
    if (!volumes) return;
    let takers: ReadonlySet<string | undefined> | undefined;
    const holdsLogs = ({ name = '' }: Volume) => LOG_NAME.test(name) || (takers ??= logTakers(pod)).has(name);
    const isLimited = limitsStorage(pod);
    volumes.forEach((volume, index) => {
      if (!volume.emptyDir || volume.emptyDir.sizeLimit !== undefined || isLimited || !holdsLogs(volume)) {
        return;
      }
      report(
        pod.path.field('volumes').index(index),
        `emptyDir "${volume.name}" stores logs and has no sizeLimit`,
        'set emptyDir.sizeLimit, such as 256Mi',
      );
    });
  },
});

const LOG_NAME = /(^|[-.])logs?($|[-.])/;
const LOG_PATH = /(^|\/)logs?(\/|$)/;

/** Names of the volumes that are mounted where logs go, or that hold a file which is followed. */
function logTakers({ running }: LintedPod): ReadonlySet<string | undefined> {
  const takers = new Set<string | undefined>();
  for (const container of running) {
    for (const { name, mountPath } of container.spec.volumeMounts ?? []) {
      if (LOG_PATH.test(mountPath ?? '')) takers.add(name);
    }
    for (const command of container.says('tail') ? container.process.script.commands : []) {
      for (const file of tailOf(command)?.files ?? []) takers.add(container.mountOf(file)?.name);
    }
  }
  return takers;
}

/** Files in an emptyDir count towards the limit of ephemeral storage. */
const limitsStorage = ({ containers }: LintedPod) =>
  containers.some(({ spec }) => spec.resources?.limits?.['ephemeral-storage'] !== undefined);
