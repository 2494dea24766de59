import type { Check } from '../check';
import { hasOwnUsers } from '../pod-subject';
import { named, setters } from '../wording';
import { defineRule } from '../../rule';

const reason = 'runAsNonRoot != true';

/**
 * Containers that may run as root: policy/check_runAsNonRoot.go, 1.36. From 1.35 on, those in a user
 * namespace may.
 */
export const RUN_AS_NON_ROOT = defineRule<Check>({
  id: 'pod-security-run-as-non-root',
  stage: 'pod-security',
  mistake: 'restricted: running as root is not disallowed',
  suggestion: "set `runAsNonRoot: true` in the Pod's `securityContext`",
  since: 0,
  judge(pod, version) {
    if (version >= 35 && hasOwnUsers(pod)) return undefined;
    const own = pod.spec.securityContext?.runAsNonRoot;
    const place = pod.path.field('spec', 'securityContext', 'runAsNonRoot');
    const root = pod.containers.filter(({ container }) => container.securityContext?.runAsNonRoot === false);
    if (own === false || root.length) {
      const path = own === false ? place : root[0].path.field('securityContext', 'runAsNonRoot');
      return {
        reason,
        detail: `${setters(own === false, root)} must not set securityContext.runAsNonRoot=false`,
        path,
        suggestion: 'set runAsNonRoot: true',
      };
    }
    const silent = own
      ? []
      : pod.containers.filter(({ container }) => container.securityContext?.runAsNonRoot === undefined);
    return silent.length
      ? {
          reason,
          detail: `pod or ${named(silent)} must set securityContext.runAsNonRoot=true`,
          path: place,
          suggestion: "set runAsNonRoot: true in the Pod's securityContext",
        }
      : undefined;
  },
});
