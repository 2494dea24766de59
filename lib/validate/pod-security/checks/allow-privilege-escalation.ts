import type { Check } from '../check';
import { isWindows } from '../pod-subject';
import { named } from '../wording';
import { defineRule } from '../../rule';

/** No program may gain privileges: policy/check_allowPrivilegeEscalation.go, 1.36. */
export const ALLOW_PRIVILEGE_ESCALATION = defineRule<Check>({
  id: 'pod-security-allow-privilege-escalation',
  stage: 'pod-security',
  mistake: 'restricted: privilege escalation is not disallowed',
  suggestion: 'set `allowPrivilegeEscalation: false` in every container',
  since: 8,
  judge(pod, version) {
    if (version >= 25 && isWindows(pod)) return undefined;
    const bad = pod.containers.filter(
      ({ container }) => container.securityContext?.allowPrivilegeEscalation !== false,
    );
    return bad.length
      ? {
          reason: 'allowPrivilegeEscalation != false',
          detail: `${named(bad)} must set securityContext.allowPrivilegeEscalation=false`,
          path: bad[0].path.field('securityContext', 'allowPrivilegeEscalation'),
          suggestion: 'set allowPrivilegeEscalation: false',
        }
      : undefined;
  },
});
