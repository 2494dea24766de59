import type { Entries } from './entry';

/** Checks of the Pod Security Standards. */
export const POD_SECURITY: Entries = [
  [
    'pod-security-allow-privilege-escalation',
    'restricted: privilege escalation is not ruled out',
    'set `allowPrivilegeEscalation: false` in every container',
  ],
  [
    'pod-security-app-armor-profile',
    'baseline: an AppArmor profile other than `RuntimeDefault` or `Localhost`',
    'use RuntimeDefault or Localhost',
  ],
  [
    'pod-security-capabilities-baseline',
    'baseline: an added capability that a runtime does not give by itself',
    'remove the capability from `add`',
  ],
  [
    'pod-security-capabilities-restricted',
    'restricted: capabilities are not all dropped, or others than `NET_BIND_SERVICE` are added',
    'set `drop: [ALL]`, and add NET_BIND_SERVICE at most',
  ],
  ['pod-security-host-namespaces', 'baseline: `hostNetwork`, `hostPID` or `hostIPC`', 'remove the field'],
  [
    'pod-security-host-path-volumes',
    'baseline: a hostPath volume',
    'use emptyDir, or a volume that a storage class provides',
  ],
  [
    'pod-security-host-ports',
    'baseline: a port of the node',
    'remove `hostPort`, and reach the Pod by a Service',
  ],
  [
    'pod-security-host-probes',
    'baseline: `host` in a probe or lifecycle hook',
    "remove `host`: the Pod's own address is what it is",
  ],
  [
    'pod-security-labels',
    'a label of a Namespace that asks for a policy that there is not',
    'use privileged, baseline or restricted, and `latest` or a version such as v1.34',
  ],
  [
    'pod-security-privileged',
    'baseline: a privileged container',
    'remove `privileged`, and add the capability that is needed',
  ],
  ['pod-security-proc-mount', 'baseline: an unmasked `/proc`', 'remove `procMount`'],
  [
    'pod-security-proc-mount-restricted',
    'restricted: an unmasked `/proc`, even in a user namespace',
    'remove `procMount`',
  ],
  [
    'pod-security-restricted-volumes',
    "restricted: a volume type that reaches outside of the cluster's own",
    'use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret',
  ],
  [
    'pod-security-run-as-non-root',
    'restricted: root is not ruled out',
    "set `runAsNonRoot: true` in the Pod's `securityContext`",
  ],
  [
    'pod-security-run-as-user',
    'restricted: `runAsUser: 0`',
    "use another user, or remove `runAsUser` and let the image's count",
  ],
  [
    'pod-security-se-linux-options',
    "baseline: an SELinux user or role, or a type that is no container's",
    'remove user and role, and use a type of containers',
  ],
  [
    'pod-security-seccomp-baseline',
    'baseline: seccomp profile `Unconfined`',
    'use RuntimeDefault or Localhost',
  ],
  [
    'pod-security-seccomp-restricted',
    'restricted: no seccomp profile',
    "set `seccompProfile: {type: RuntimeDefault}` in the Pod's `securityContext`",
  ],
  ['pod-security-sysctls', 'baseline: a sysctl that is not safe', 'remove it, or set it on the node'],
  ['pod-security-windows-host-process', 'baseline: a Windows host process', 'remove `hostProcess`'],
];
