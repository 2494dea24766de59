import type { Field } from '../field';
import { goString, goStruct, type GoValue } from '../../go/format';
import type { SecurityContext } from '../schema/types';
import { inRange } from '../../apimachinery/messages';
import type { ContainerRule } from './container-subject';
import { judgeAppArmorProfile, judgeSeccompProfile } from './profiles';
import { judgeWindowsOptions } from './windows-options';
import { defineRule } from '../rule';

/**
 * Security context of a container: ValidateSecurityContext, 1.36. Privileged containers are taken to be
 * allowed, as on all but a few servers.
 */
export const SECURITY_CONTEXT = defineRule<ContainerRule>({
  id: 'container-security-context',
  stage: 'judge',
  mistake: 'conflicting settings of a `securityContext`, or an unknown value',
  suggestion: 'keep one of the settings in the message',
  field: 'securityContext',
  judge({ container: { securityContext }, pod: { spec } }, at) {
    if (!securityContext) return;
    const place = at.field('securityContext');
    judgeUsers(securityContext, place);
    if (securityContext.procMount !== undefined) {
      judgeProcMount(securityContext.procMount, spec.hostUsers !== false, place.field('procMount'));
    }
    if (securityContext.seccompProfile) {
      judgeSeccompProfile(securityContext.seccompProfile, place.field('seccompProfile'));
    }
    if (securityContext.allowPrivilegeEscalation === false) judgeEscalation(securityContext, place);
    if (securityContext.windowsOptions) {
      judgeWindowsOptions(securityContext.windowsOptions, place.field('windowsOptions'));
    }
    if (securityContext.appArmorProfile) {
      judgeAppArmorProfile(securityContext.appArmorProfile, place.field('appArmorProfile'));
    }
  },
});

const MAX_ID = 2 ** 31 - 1;

function judgeUsers(context: SecurityContext, at: Field): void {
  for (const field of ['runAsUser', 'runAsGroup'] as const) {
    const id = context[field];
    if (id !== undefined && (id < 0 || id > MAX_ID)) {
      at.field(field).invalid(id, inRange(0, MAX_ID));
    }
  }
}

const PROC_MOUNTS = ['Default', 'Unmasked'];

/** ValidateProcMountType, and what it needs of the Pod. */
function judgeProcMount(mount: string, hostUsers: boolean, at: Field): void {
  if (!PROC_MOUNTS.includes(mount)) at.notSupported(mount, PROC_MOUNTS);
  if (hostUsers && mount === 'Unmasked') {
    at.invalid(goString(mount), '`hostUsers` must be false to use `Unmasked`', {
      suggestion: 'set spec.hostUsers: false, or remove procMount',
    });
  }
}

/** The server shows the whole security context. */
function judgeEscalation(context: SecurityContext, at: Field): void {
  if (context.privileged) {
    at.shownAt(at.field('allowPrivilegeEscalation')).invalid(
      shown(context),
      'cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
      { suggestion: 'remove one of them' },
    );
  }
  context.capabilities?.add?.forEach((capability, index) => {
    if (capability !== 'CAP_SYS_ADMIN') return;
    at.shownAt(at.field('capabilities', 'add').index(index)).invalid(
      shown(context),
      'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
      { suggestion: 'remove the capability or allowPrivilegeEscalation' },
    );
  });
}

/** Fields by the names that Go knows them by, and what stands for absent ones. */
type Members = readonly (readonly [goName: string, name: string, zero: string | null])[];

const CAPABILITIES: Members = [
  ['Add', 'add', null],
  ['Drop', 'drop', null],
];
const SE_LINUX: Members = [
  ['User', 'user', ''],
  ['Role', 'role', ''],
  ['Type', 'type', ''],
  ['Level', 'level', ''],
];
const PROFILE: Members = [
  ['Type', 'type', ''],
  ['LocalhostProfile', 'localhostProfile', null],
];
const WINDOWS: Members = [
  ['GMSACredentialSpecName', 'gmsaCredentialSpecName', null],
  ['GMSACredentialSpec', 'gmsaCredentialSpec', null],
  ['RunAsUserName', 'runAsUserName', null],
  ['HostProcess', 'hostProcess', null],
];

const shown = (context: SecurityContext): GoValue =>
  goStruct('core.SecurityContext', [
    ['Capabilities', '*core.Capabilities', members(context.capabilities, CAPABILITIES)],
    ['Privileged', '*bool', context.privileged],
    ['SELinuxOptions', '*core.SELinuxOptions', members(context.seLinuxOptions, SE_LINUX)],
    ['WindowsOptions', '*core.WindowsSecurityContextOptions', members(context.windowsOptions, WINDOWS)],
    ['RunAsUser', '*int64', context.runAsUser],
    ['RunAsGroup', '*int64', context.runAsGroup],
    ['RunAsNonRoot', '*bool', context.runAsNonRoot],
    ['ReadOnlyRootFilesystem', '*bool', context.readOnlyRootFilesystem],
    ['AllowPrivilegeEscalation', '*bool', context.allowPrivilegeEscalation],
    ['ProcMount', '*core.ProcMountType', context.procMount],
    ['SeccompProfile', '*core.SeccompProfile', members(context.seccompProfile, PROFILE)],
    ['AppArmorProfile', '*core.AppArmorProfile', members(context.appArmorProfile, PROFILE)],
  ]);

function members(source: object | undefined, fields: Members): object | undefined {
  const values = source as { readonly [name: string]: unknown } | undefined;
  return values && Object.fromEntries(fields.map(([goName, name, zero]) => [goName, values[name] ?? zero]));
}
