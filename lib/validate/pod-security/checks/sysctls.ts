import type { Check } from '../check';
import { defineRule } from '../../rule';

/** Kernel settings that stay within a Pod, by the policy version that allowed them. */
const SAFE: readonly (readonly [since: number, ...names: string[]])[] = [
  [
    0,
    'kernel.shm_rmid_forced',
    'net.ipv4.ip_local_port_range',
    'net.ipv4.tcp_syncookies',
    'net.ipv4.ping_group_range',
    'net.ipv4.ip_unprivileged_port_start',
  ],
  [27, 'net.ipv4.ip_local_reserved_ports'],
  [
    29,
    'net.ipv4.tcp_keepalive_time',
    'net.ipv4.tcp_fin_timeout',
    'net.ipv4.tcp_keepalive_intvl',
    'net.ipv4.tcp_keepalive_probes',
  ],
  [32, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
  [37, 'net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'],
];

/** Kernel settings that reach beyond a Pod: policy/check_sysctls.go, 1.36, and 1.37. */
export const SYSCTLS = defineRule<Check>({
  id: 'pod-security-sysctls',
  stage: 'pod-security',
  mistake: 'baseline: an unsafe sysctl',
  suggestion: 'remove it, or set it on the node',
  since: 0,
  judge({ spec, path }, version) {
    const sysctls = spec.securityContext?.sysctls ?? [];
    const bad = sysctls.filter(
      ({ name = '' }) => !SAFE.some(([since, ...names]) => since <= version && names.includes(name)),
    );
    return bad.length
      ? {
          reason: 'forbidden sysctls',
          detail: bad.map(({ name = '' }) => name).join(', '),
          path: path.field('spec', 'securityContext', 'sysctls').index(sysctls.indexOf(bad[0])).field('name'),
          suggestion: 'remove it, or set it on the node',
        }
      : undefined;
  },
});
