const MAX_LENGTH = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const NAME = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const NAME_REGEX = new RegExp(NAME);

export const SYSCTL_TEXT = `must have at most ${MAX_LENGTH} characters and match regex ${NAME}`;

/** IsValidSysctlName, 1.36. */
export const isSysctlName = (name: string) => name.length <= MAX_LENGTH && NAME_REGEX.test(name);

const IPC_NAMES = new Set([
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
]);

/** The kernel namespace that a sysctl belongs to (GetNamespace, component-helpers node/util/sysctl 1.36). */
export function sysctlNamespace(sysctl: string): 'net' | 'ipc' | undefined {
  const [name] = dotted(sysctl).split('*');
  if (IPC_NAMES.has(name) || name.startsWith('fs.mqueue.')) return 'ipc';
  return name.startsWith('net.') ? 'net' : undefined;
}

/** With dots as separators, where it was written with slashes (NormalizeName, 1.36). */
function dotted(name: string): string {
  if (/[./]/.exec(name)?.[0] !== '/') return name;
  return name.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'));
}
