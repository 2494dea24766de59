import type { Check } from '../check';
import { isWindows } from '../pod-subject';
import { named } from '../wording';
import { SECCOMP_BASELINE } from './seccomp-baseline';
import { unconfined } from './seccomp-profile';
import { defineRule } from '../../rule';

/** A seccomp profile for every container: policy/check_seccompProfile_restricted.go, 1.36. */
export const SECCOMP_RESTRICTED = defineRule<Check>({
  id: 'pod-security-seccomp-restricted',
  stage: 'pod-security',
  mistake: 'restricted: no seccomp profile',
  suggestion: "set `seccompProfile: {type: RuntimeDefault}` in the Pod's `securityContext`",
  since: 19,
  overrides: SECCOMP_BASELINE,
  judge(pod, version) {
    if (version >= 25 && isWindows(pod)) return undefined;
    const bad = unconfined(pod);
    if (bad || pod.spec.securityContext?.seccompProfile) return bad;
    const silent = pod.containers.filter(({ container }) => !container.securityContext?.seccompProfile);
    return silent.length
      ? {
          reason: 'seccompProfile',
          detail: `pod or ${named(silent)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
          path: pod.path.field('spec', 'securityContext', 'seccompProfile'),
          suggestion: "set seccompProfile: {type: RuntimeDefault} in the Pod's securityContext",
        }
      : undefined;
  },
});
