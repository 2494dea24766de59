import { misuse } from '../../lib/options/misuse';
import type { PodTemplate } from '../../lib/pod/pod-template';

/** Errors of a helper that needs the processes of the other containers. */
export interface ProcessSharing {
  /** Pattern or companion that needs them. */
  readonly by: string;
  /** Message if the Pod does not share them. */
  readonly refused: string;
  /** Message if the Pod has those of the node, too, of a helper that signals a process by its name. */
  readonly hostPid?: string;
}

/**
 * Lets the containers of a Pod see each other's processes.
 *
 * @throws Error if the Pod must not share them, or has so many that a name is not enough
 */
export function shareProcesses(pod: PodTemplate, { by, refused, hostPid }: ProcessSharing): void {
  if (pod.tryField('shareProcessNamespace') === false) throw misuse(by, refused);
  if (hostPid !== undefined && pod.tryField('hostPid')) throw misuse(by, hostPid);
  pod.setField('shareProcessNamespace', true);
}
