import type { Check } from '../check';
import { hasOwnUsers } from '../pod-subject';
import { setters } from '../wording';
import { defineRule } from '../../rule';

/**
 * Containers that do run as root: policy/check_runAsUser.go, 1.36. From 1.35 on, those in a user namespace
 * may.
 */
export const RUN_AS_USER = defineRule<Check>({
  id: 'pod-security-run-as-user',
  stage: 'pod-security',
  mistake: 'restricted: `runAsUser: 0`',
  suggestion: "use another user, or remove `runAsUser` to use the image's user",
  since: 23,
  judge(pod, version) {
    if (version >= 35 && hasOwnUsers(pod)) return undefined;
    const own = pod.spec.securityContext?.runAsUser === 0;
    const bad = pod.containers.filter(({ container }) => container.securityContext?.runAsUser === 0);
    return own || bad.length
      ? {
          reason: 'runAsUser=0',
          detail: `${setters(own, bad)} must not set runAsUser=0`,
          path: (own ? pod.path.field('spec') : bad[0].path).field('securityContext', 'runAsUser'),
          suggestion: "use another user, or remove runAsUser to use the image's user",
        }
      : undefined;
  },
});
