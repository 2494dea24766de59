import type { Check, Violation } from '../check';
import { hasOwnUsers, type PodSubject } from '../pod-subject';
import { listed, named, quoted } from '../words';

/**
 * A /proc without its masks: policy/check_procMount_baseline.go, 1.36. From 1.35 on, Pods in a user namespace
 * may.
 */
export const PROC_MOUNT: Check = {
  id: 'pod-security-proc-mount',
  since: 0,
  judge: (pod, version) => (version >= 35 && hasOwnUsers(pod) ? undefined : unmasked(pod)),
};

/** The same for every Pod: policy/check_procMount_restricted.go, 1.36. */
export const PROC_MOUNT_RESTRICTED: Check = {
  id: 'pod-security-proc-mount-restricted',
  since: 35,
  overrides: PROC_MOUNT,
  judge: (pod) => unmasked(pod),
};

function unmasked({ containers }: PodSubject): Violation | undefined {
  const bad = containers.filter(
    ({ container }) => (container.securityContext?.procMount ?? 'Default') !== 'Default',
  );
  return bad.length
    ? {
        reason: 'procMount',
        detail: `${named(bad)} must not set securityContext.procMount to ${quoted(listed(bad.map(({ container }) => container.securityContext!.procMount!)))}`,
        path: bad[0].path.child('securityContext', 'procMount'),
        remedy: 'remove procMount',
      }
    : undefined;
}
