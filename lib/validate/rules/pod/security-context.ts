import type { Field } from '../../field';
import { isOn } from '../../gates/gates';
import { defineRule, type Rule } from '../../rule';
import type { PodSecurityContext, PodSpec, Sysctl } from '../../schema/types';
import { unixId } from '../../../apimachinery/ids';
import { isSysctlName, SYSCTL_TEXT, sysctlNamespace } from '../../../apimachinery/sysctl';
import { judgeAppArmorProfile, judgeSeccompProfile } from '../profiles';
import { judgeWindowsOptions } from '../windows-options';

/** Security of the Pod as a whole: validatePodSpecSecurityContext, 1.37. */
export const POD_SECURITY_CONTEXT = defineRule<Rule<PodSpec>>({
  id: 'pod-security-context',
  stage: 'judge',
  mistake: "conflicting settings of the Pod's `securityContext`, or an unknown value",
  suggestion: 'fix the setting in the message',
  judge(spec, at) {
    const { securityContext: context } = spec;
    const place = at.field('securityContext');
    const shared = at.field('shareProcessNamespace');
    if (context) judgeIds(context, place);
    if (at.minor < 37) judgeShared(spec, place.field('shareProcessNamespace').shownAt(shared));
    if (context) judgeSettings(context, spec, place);
    if (at.minor >= 37) judgeShared(spec, shared);
  },
});

function judgeShared({ shareProcessNamespace, hostPID }: PodSpec, at: Field): void {
  if (!shareProcessNamespace || !hostPID) return;
  at.invalid(true, 'ShareProcessNamespace and HostPID cannot both be enabled', {
    suggestion: 'remove one of them',
  });
}

const IDS = ['fsGroup', 'runAsUser', 'runAsGroup'] as const;

function judgeIds(context: PodSecurityContext, at: Field): void {
  for (const field of IDS) {
    const id = context[field];
    if (id !== undefined) at.field(field).invalidEach(id, unixId(id));
  }
  context.supplementalGroups?.forEach((id, index) =>
    at.field('supplementalGroups').index(index).invalidEach(id, unixId(id)),
  );
}

const FS_GROUP_POLICIES = ['Always', 'OnRootMismatch'];
const GROUPS_POLICIES = ['Merge', 'Strict'];
const SE_LINUX_POLICIES = ['MountOption', 'Recursive'];
/** MountOption needs the gate SELinuxMount. */
const SE_LINUX_POLICIES_BEFORE = ['Recursive'];

function judgeSettings(context: PodSecurityContext, spec: PodSpec, at: Field): void {
  if (context.sysctls?.length) judgeSysctls(context.sysctls, spec, at.field('sysctls'));
  judgePolicy(context.fsGroupChangePolicy, FS_GROUP_POLICIES, at.field('fsGroupChangePolicy'));
  judgeSeccompProfile(context.seccompProfile, at.field('seccompProfile'));
  judgeWindowsOptions(context.windowsOptions, at.field('windowsOptions'));
  judgeAppArmorProfile(context.appArmorProfile, at.field('appArmorProfile'));
  judgePolicy(context.supplementalGroupsPolicy, GROUPS_POLICIES, at.field('supplementalGroupsPolicy'));
  const policies = isOn('SELinuxMount', at.minor) ? SE_LINUX_POLICIES : SE_LINUX_POLICIES_BEFORE;
  judgePolicy(context.seLinuxChangePolicy, policies, at.field('seLinuxChangePolicy'));
}

function judgePolicy(policy: string | undefined, policies: readonly string[], at: Field): void {
  if (policy !== undefined && !policies.includes(policy)) at.notSupported(policy, policies);
}

/** validateSysctls, 1.36. */
function judgeSysctls(sysctls: readonly Sysctl[], spec: PodSpec, at: Field): void {
  const seen = new Set<string>();
  sysctls.forEach(({ name = '' }, index) => {
    const place = at.index(index).field('name');
    if (!name) place.required('', { suggestion: 'set the name of the sysctl' });
    else if (!isSysctlName(name)) place.invalid(name, SYSCTL_TEXT);
    else if (seen.has(name)) place.duplicate(name);
    judgeNamespace(name, spec, place);
    seen.add(name);
  });
}

/** ValidateHostSysctl, 1.36: what the Pod shares with its node, it may not set. */
function judgeNamespace(name: string, { hostNetwork, hostIPC }: PodSpec, at: Field): void {
  if (!hostNetwork && !hostIPC) return;
  const namespace = sysctlNamespace(name);
  if (hostNetwork && namespace === 'net') {
    at.invalid(name, "may not be specified when 'hostNetwork' is true");
  } else if (hostIPC && namespace === 'ipc') {
    at.invalid(name, "may not be specified when 'hostIPC' is true");
  }
}
