import type { Check, Violation } from '../check';
import { hasOwnUsers, type PodSubject } from '../pod-subject';
import { listed, named, quoted } from '../wording';
import { defineRule } from '../../rule';

/**
 * A /proc without its masks: policy/check_procMount_baseline.go, 1.36. From 1.35 on, Pods in a user namespace
 * may.
 */
export const PROC_MOUNT = defineRule<Check>({
  id: 'pod-security-proc-mount',
  stage: 'pod-security',
  mistake: 'baseline: an unmasked `/proc`',
  suggestion: 'remove `procMount`',
  since: 0,
  judge: (pod, version) => (version >= 35 && hasOwnUsers(pod) ? undefined : unmasked(pod)),
});

/** The same for every Pod: policy/check_procMount_restricted.go, 1.36. */
export const PROC_MOUNT_RESTRICTED = defineRule<Check>({
  id: 'pod-security-proc-mount-restricted',
  stage: 'pod-security',
  mistake: 'restricted: an unmasked `/proc`, even in a user namespace',
  suggestion: 'remove `procMount`',
  since: 35,
  overrides: PROC_MOUNT,
  judge: (pod) => unmasked(pod),
});

function unmasked({ containers }: PodSubject): Violation | undefined {
  const bad = containers.filter(
    ({ container }) => (container.securityContext?.procMount ?? 'Default') !== 'Default',
  );
  return bad.length
    ? {
        reason: 'procMount',
        detail: `${named(bad)} must not set securityContext.procMount to ${quoted(listed(bad.map(({ container }) => container.securityContext!.procMount!)))}`,
        path: bad[0].path.field('securityContext', 'procMount'),
        suggestion: 'remove procMount',
      }
    : undefined;
}
