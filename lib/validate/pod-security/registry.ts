import type { Check } from './check';
import { ALLOW_PRIVILEGE_ESCALATION } from './checks/allow-privilege-escalation';
import { APP_ARMOR_PROFILE } from './checks/app-armor-profile';
import { CAPABILITIES_BASELINE } from './checks/capabilities-baseline';
import { CAPABILITIES_RESTRICTED } from './checks/capabilities-restricted';
import { HOST_NAMESPACES } from './checks/host-namespaces';
import { HOST_PATH_VOLUMES } from './checks/host-path-volumes';
import { HOST_PORTS } from './checks/host-ports';
import { HOST_PROBES } from './checks/host-probes';
import { PRIVILEGED } from './checks/privileged';
import { PROC_MOUNT, PROC_MOUNT_RESTRICTED } from './checks/proc-mount';
import { RESTRICTED_VOLUMES } from './checks/restricted-volumes';
import { RUN_AS_NON_ROOT } from './checks/run-as-non-root';
import { RUN_AS_USER } from './checks/run-as-user';
import { SE_LINUX_OPTIONS } from './checks/se-linux-options';
import { SECCOMP_BASELINE } from './checks/seccomp-baseline';
import { SECCOMP_RESTRICTED } from './checks/seccomp-restricted';
import { SYSCTLS } from './checks/sysctls';
import { WINDOWS_HOST_PROCESS } from './checks/windows-host-process';
import type { Level } from './policy';

/* In the order of a server's message: baseline first, each level sorted by the ids upstream. */

const BASELINE: readonly Check[] = [
  APP_ARMOR_PROFILE,
  CAPABILITIES_BASELINE,
  HOST_NAMESPACES,
  HOST_PATH_VOLUMES,
  HOST_PORTS,
  HOST_PROBES,
  PRIVILEGED,
  PROC_MOUNT,
  SE_LINUX_OPTIONS,
  SECCOMP_BASELINE,
  SYSCTLS,
  WINDOWS_HOST_PROCESS,
];

const RESTRICTED: readonly Check[] = [
  ALLOW_PRIVILEGE_ESCALATION,
  CAPABILITIES_RESTRICTED,
  PROC_MOUNT_RESTRICTED,
  RESTRICTED_VOLUMES,
  RUN_AS_NON_ROOT,
  RUN_AS_USER,
  SECCOMP_RESTRICTED,
];

const known = new Map<string, readonly Check[]>();

/**
 * The checks of a level as of a policy version (populate, pod-security-admission policy/registry.go 1.36).
 */
export function checksOf(level: Level, version: number): readonly Check[] {
  const key = `${level} ${version}`;
  let checks = known.get(key);
  if (!checks) known.set(key, (checks = collect(level, version)));
  return checks;
}

function collect(level: Level, version: number): readonly Check[] {
  const own = level === 'restricted' ? RESTRICTED.filter(({ since }) => since <= version) : [];
  const overridden = own.map(({ overrides }) => overrides);
  const baseline =
    level === 'privileged'
      ? []
      : BASELINE.filter((check) => check.since <= version && !overridden.includes(check));
  return [...baseline, ...own];
}
