import type { Check } from '../check';
import { listed, named, quoted } from '../wording';
import { defineRule } from '../../rule';

const ALLOWED = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** Capabilities beyond those that container runtimes give: policy/check_capabilities_baseline.go, 1.36. */
export const CAPABILITIES_BASELINE = defineRule<Check>({
  id: 'pod-security-capabilities-baseline',
  stage: 'pod-security',
  mistake: 'baseline: an added capability that is not in the default set',
  suggestion: 'remove the capability from `add`',
  since: 0,
  judge({ containers }) {
    const bad = containers.filter(({ container }) =>
      container.securityContext?.capabilities?.add?.some(isExtra),
    );
    const extra = bad.flatMap(({ container }) =>
      container.securityContext!.capabilities!.add!.filter(isExtra),
    );
    return bad.length
      ? {
          reason: 'non-default capabilities',
          detail: `${named(bad)} must not include ${quoted(listed(extra))} in securityContext.capabilities.add`,
          path: bad[0].path.field('securityContext', 'capabilities', 'add'),
          suggestion: `remove ${listed(extra).join(', ')}`,
        }
      : undefined;
  },
});

const isExtra = (capability: string) => !ALLOWED.has(capability);
