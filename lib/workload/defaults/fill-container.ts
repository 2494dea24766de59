import type { Container, SecurityContext } from '../../k8s';
import { isDeepEqual } from '../../object/is-deep-equal';
import type { ContainerEntry } from '../../pod/container-entry';
import type { PodModel } from '../../pod/pod-model';
import { missingItems } from './missing-items';
import type { ContainerDefaults } from './options';
import { securityContextWith } from './security-context';

/** Fills in what a container lacks. */
export function fillContainer(entry: ContainerEntry, defaults: ContainerDefaults, pod: PodModel): void {
  const given = entry.toContainer();
  const { resources, imagePullPolicy, env = [] } = defaults;
  const isBare = !Object.keys(given.resources ?? {}).length && pod.field('resources') === undefined;
  const variables = missingItems(given.env ?? [], env);
  const additions: Partial<Container> = {
    ...(resources && isBare ? { resources } : {}),
    ...(imagePullPolicy && !given.imagePullPolicy ? { imagePullPolicy } : {}),
    ...(variables.length ? { env: [...(given.env ?? []), ...variables] } : {}),
    ...securityContext(given, defaults, pod),
  };
  if (Object.keys(additions).length) entry.replace({ ...given, ...additions });
}

function securityContext(
  given: Container,
  { securityContext: defaults }: ContainerDefaults,
  pod: PodModel,
): Partial<Container> {
  if (!defaults) return {};
  const filled = securityContextWith(given.securityContext, allowed(defaults, given.securityContext), pod) as
    SecurityContext | undefined;
  return isDeepEqual(filled, given.securityContext) ? {} : { securityContext: filled };
}

/** The defaults without what a server refuses beside what is there (validateSecurityContext, 1.36). */
function allowed(
  { allowPrivilegeEscalation, ...defaults }: SecurityContext,
  given: SecurityContext = {},
): SecurityContext {
  const needsEscalation = given.privileged || given.capabilities?.add?.includes('CAP_SYS_ADMIN');
  return needsEscalation || allowPrivilegeEscalation === undefined
    ? defaults
    : { ...defaults, allowPrivilegeEscalation };
}
