import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import { visitContainers } from '../visit-containers';

const SYSTEMS = ['linux', 'windows'];
const NOT_ON_LINUX = 'windows options cannot be set for a linux pod';
const NOT_ON_WINDOWS = 'cannot be set for a windows pod';

/** The operating system, and what it does not know: validateOS, validateLinux and validateWindows, 1.37. */
export const POD_OS = defineRule<Rule<PodSpec>>({
  id: 'pod-os',
  stage: 'judge',
  mistake: 'fields that do not apply to the operating system of the Pod',
  suggestion: 'remove the field, or fix `os.name`',
  field: 'os',
  judge(spec, at) {
    if (!spec.os) return;
    const { name = '' } = spec.os;
    const place = at.field('os');
    if (!name) {
      place.field('name').required(at.minor >= 34 ? '' : 'cannot be empty', {
        suggestion: 'use linux or windows',
      });
    } else if (!SYSTEMS.includes(name)) {
      place.shownAt(place.field('name')).notSupported(name, SYSTEMS);
    } else if (name === 'linux') {
      judgeLinux(spec, at);
    } else {
      judgeWindows(spec, at);
    }
  },
});

function judgeLinux(spec: PodSpec, at: Field): void {
  if (spec.securityContext?.windowsOptions) {
    at.field('securityContext', 'windowsOptions').forbidden(NOT_ON_LINUX);
  }
  visitContainers(spec, at, ({ securityContext }, _, place) => {
    if (securityContext?.windowsOptions) {
      place.field('securityContext', 'windowsOptions').forbidden(NOT_ON_LINUX);
    }
  });
}

/** In the server's order. */
const POD_FIELDS = ['appArmorProfile', 'seLinuxOptions'] as const;
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

function judgeWindows(spec: PodSpec, at: Field): void {
  const context = spec.securityContext ?? {};
  const place = at.field('securityContext');
  forbidSet(context, POD_FIELDS, place);
  if (at.minor < 37) forbidShared(spec, at);
  forbidSet(context, MORE_POD_FIELDS, place);
  if (context.sysctls?.length) place.field('sysctls').forbidden(NOT_ON_WINDOWS);
  if (at.minor < 37) forbidSet(spec, ['shareProcessNamespace'], at);
  forbidSet(context, LAST_POD_FIELDS, place);
  if (at.minor >= 37) {
    forbidShared(spec, at);
    forbidSet(spec, ['shareProcessNamespace'], at);
  }
  visitContainers(spec, at, ({ securityContext }, _, container) => {
    if (securityContext) {
      forbidSet(securityContext, CONTAINER_FIELDS, container.field('securityContext'));
    }
  });
}

function forbidShared(spec: PodSpec, at: Field): void {
  forbidSet(spec, ['hostUsers'], at);
  if (spec.hostPID) at.field('hostPID').forbidden(NOT_ON_WINDOWS);
  if (spec.hostIPC) at.field('hostIPC').forbidden(NOT_ON_WINDOWS);
}

function forbidSet<T extends object>(context: T, fields: readonly (keyof T & string)[], at: Field): void {
  for (const field of fields) {
    if (context[field] !== undefined) at.field(field).forbidden(NOT_ON_WINDOWS);
  }
}
