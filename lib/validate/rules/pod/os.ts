import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { visitContainers } from '../visit-containers';

const SYSTEMS = ['linux', 'windows'];
const NOT_ON_LINUX = 'windows options cannot be set for a linux pod';
const NOT_ON_WINDOWS = 'cannot be set for a windows pod';

/** The operating system, and what it does not know: validateOS, validateLinux and validateWindows, 1.36. */
export const POD_OS = defineRule<Rule<PodSpec>>({
  id: 'pod-os',
  stage: 'judge',
  mistake: 'fields that do not apply to the operating system of the Pod',
  suggestion: 'remove the field, or fix `os.name`',
  field: 'os',
  judge(spec, path, verdict) {
    if (!spec.os) return;
    const { name = '' } = spec.os;
    const place = path.field('os');
    if (!name) {
      verdict.required(place.field('name'), verdict.minor >= 34 ? '' : 'cannot be empty', {
        suggestion: 'use linux or windows',
      });
    } else if (!SYSTEMS.includes(name)) {
      verdict.notSupported(place, name, SYSTEMS, { at: place.field('name') });
    } else if (name === 'linux') {
      judgeLinux(spec, path, verdict);
    } else {
      judgeWindows(spec, path, verdict);
    }
  },
});

function judgeLinux(spec: PodSpec, path: FieldPath, verdict: Verdict): void {
  if (spec.securityContext?.windowsOptions) {
    verdict.forbidden(path.field('securityContext', 'windowsOptions'), NOT_ON_LINUX);
  }
  visitContainers(spec, path, ({ securityContext }, _, place) => {
    if (securityContext?.windowsOptions) {
      verdict.forbidden(place.field('securityContext', 'windowsOptions'), NOT_ON_LINUX);
    }
  });
}

/** In the server's order; some stand in the spec itself. */
const POD_FIELDS = ['appArmorProfile', 'seLinuxOptions'] as const;
const SPEC_FIELDS = ['hostUsers', 'hostPID', 'hostIPC'] as const;
const MORE_POD_FIELDS = ['seccompProfile', 'fsGroup', 'fsGroupChangePolicy'] as const;
const LAST_POD_FIELDS = [
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const;

const CONTAINER_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const;

function judgeWindows(spec: PodSpec, path: FieldPath, verdict: Verdict): void {
  const context = spec.securityContext ?? {};
  const place = path.field('securityContext');
  forbidSet(context, POD_FIELDS, place, verdict);
  for (const field of SPEC_FIELDS) {
    if (field === 'hostUsers' ? spec.hostUsers !== undefined : spec[field]) {
      verdict.forbidden(path.field(field), NOT_ON_WINDOWS);
    }
  }
  forbidSet(context, MORE_POD_FIELDS, place, verdict);
  if (context.sysctls?.length) verdict.forbidden(place.field('sysctls'), NOT_ON_WINDOWS);
  if (spec.shareProcessNamespace !== undefined) {
    verdict.forbidden(path.field('shareProcessNamespace'), NOT_ON_WINDOWS);
  }
  forbidSet(context, LAST_POD_FIELDS, place, verdict);
  visitContainers(spec, path, ({ securityContext }, _, container) => {
    if (securityContext) {
      forbidSet(securityContext, CONTAINER_FIELDS, container.field('securityContext'), verdict);
    }
  });
}

function forbidSet<T extends object>(
  context: T,
  fields: readonly (keyof T & string)[],
  path: FieldPath,
  verdict: Verdict,
): void {
  for (const field of fields) {
    if (context[field] !== undefined) verdict.forbidden(path.field(field), NOT_ON_WINDOWS);
  }
}
