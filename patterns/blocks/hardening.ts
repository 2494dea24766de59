import type { Container, ResourceRequirements, SecurityContext } from '../../lib/k8s';

/** Image of the containers whose command patterns bring along: a shell and small network tools. */
export const SHELL_IMAGE = 'busybox:1.37';

/** Resources of such a container: minimal. */
export const SHELL_RESOURCES: ResourceRequirements = {
  requests: { cpu: '10m', memory: '16Mi' },
  limits: { memory: '64Mi' },
};

/** Requirements of the restricted Pod Security level for containers, except for the user. */
export const NO_PRIVILEGES: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** The restricted level in full, for containers that touch nobody's files: user and group `nobody`. */
export const UNPRIVILEGED: SecurityContext = {
  ...NO_PRIVILEGES,
  runAsGroup: 65534,
  runAsNonRoot: true,
  runAsUser: 65534,
};

/** Without privileges, and as the user that another container runs as, so that both can share files. */
export function asUserOf({ securityContext = {} }: Container): SecurityContext {
  const same = ['runAsUser', 'runAsGroup', 'runAsNonRoot'] as const;
  const chosen = same
    .filter((field) => securityContext[field] !== undefined)
    .map((field) => [field, securityContext[field]]);
  return { ...NO_PRIVILEGES, ...Object.fromEntries(chosen) };
}
