import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodSecurityContext, PodSpec, Sysctl } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { unixId } from '../../../apimachinery/ids';
import { isSysctlName, SYSCTL_TEXT, sysctlNamespace } from '../../../apimachinery/sysctl';
import { judgeAppArmorProfile, judgeSeccompProfile } from '../profiles';
import { judgeWindowsOptions } from '../windows-options';

/** Security of the Pod as a whole: validatePodSpecSecurityContext, 1.36. */
export const POD_SECURITY_CONTEXT = defineRule<Rule<PodSpec>>({
  id: 'pod-security-context',
  stage: 'judge',
  mistake: "conflicting settings of the Pod's `securityContext`, or an unknown value",
  suggestion: 'fix the setting in the message',
  judge(spec, path, verdict) {
    const { securityContext: context } = spec;
    const place = path.field('securityContext');
    if (context) judgeIds(context, place, verdict);
    if (spec.shareProcessNamespace && spec.hostPID) {
      verdict.invalid(
        place.field('shareProcessNamespace'),
        true,
        'ShareProcessNamespace and HostPID cannot both be enabled',
        {
          at: path.field('shareProcessNamespace'),
          suggestion: 'remove one of them',
        },
      );
    }
    if (context) judgeSettings(context, spec, place, verdict);
  },
});

const IDS = ['fsGroup', 'runAsUser', 'runAsGroup'] as const;

function judgeIds(context: PodSecurityContext, path: FieldPath, verdict: Verdict): void {
  for (const field of IDS) {
    const id = context[field];
    if (id !== undefined) verdict.invalidEach(path.field(field), id, unixId(id));
  }
  context.supplementalGroups?.forEach((id, index) =>
    verdict.invalidEach(path.field('supplementalGroups').index(index), id, unixId(id)),
  );
}

const FS_GROUP_POLICIES = ['Always', 'OnRootMismatch'];
const GROUPS_POLICIES = ['Merge', 'Strict'];
/** MountOption needs the gate SELinuxMount, which is off by default. */
const SE_LINUX_POLICIES = ['Recursive'];

function judgeSettings(context: PodSecurityContext, spec: PodSpec, path: FieldPath, verdict: Verdict): void {
  if (context.sysctls?.length) judgeSysctls(context.sysctls, spec, path.field('sysctls'), verdict);
  judgePolicy(context.fsGroupChangePolicy, FS_GROUP_POLICIES, path.field('fsGroupChangePolicy'), verdict);
  judgeSeccompProfile(context.seccompProfile, path.field('seccompProfile'), verdict);
  judgeWindowsOptions(context.windowsOptions, path.field('windowsOptions'), verdict);
  judgeAppArmorProfile(context.appArmorProfile, path.field('appArmorProfile'), verdict);
  judgePolicy(
    context.supplementalGroupsPolicy,
    GROUPS_POLICIES,
    path.field('supplementalGroupsPolicy'),
    verdict,
  );
  judgePolicy(context.seLinuxChangePolicy, SE_LINUX_POLICIES, path.field('seLinuxChangePolicy'), verdict);
}

function judgePolicy(
  policy: string | undefined,
  policies: readonly string[],
  path: FieldPath,
  verdict: Verdict,
): void {
  if (policy !== undefined && !policies.includes(policy)) verdict.notSupported(path, policy, policies);
}

/** validateSysctls, 1.36. */
function judgeSysctls(sysctls: readonly Sysctl[], spec: PodSpec, path: FieldPath, verdict: Verdict): void {
  const seen = new Set<string>();
  sysctls.forEach(({ name = '' }, index) => {
    const place = path.index(index).field('name');
    if (!name) verdict.required(place, '', { suggestion: 'set the name of the sysctl' });
    else if (!isSysctlName(name)) verdict.invalid(place, name, SYSCTL_TEXT);
    else if (seen.has(name)) verdict.duplicate(place, name);
    judgeNamespace(name, spec, place, verdict);
    seen.add(name);
  });
}

/** ValidateHostSysctl, 1.36: what the Pod shares with its node, it may not set. */
function judgeNamespace(
  name: string,
  { hostNetwork, hostIPC }: PodSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!hostNetwork && !hostIPC) return;
  const namespace = sysctlNamespace(name);
  if (hostNetwork && namespace === 'net') {
    verdict.invalid(path, name, "may not be specified when 'hostNetwork' is true");
  } else if (hostIPC && namespace === 'ipc') {
    verdict.invalid(path, name, "may not be specified when 'hostIPC' is true");
  }
}
