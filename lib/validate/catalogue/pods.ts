import type { Entries } from './entry';

/** What a server says of containers. */
export const CONTAINERS: Entries = [
  [
    'container-env',
    'a variable with a malformed name, or with no source, several sources or a malformed one',
    'name each variable, and give it one of `value` and `valueFrom`',
  ],
  [
    'container-env-file',
    'a `fileKeyRef` to a volume that is not there or is no emptyDir',
    'add an emptyDir volume of this name',
  ],
  [
    'container-env-from',
    'an item of `envFrom` with no source, both sources or a malformed name',
    'name one of `configMapRef` and `secretRef`',
  ],
  [
    'container-image',
    'no `image`, spaces around it, or an unknown `imagePullPolicy`',
    'set the image to run, and Always, IfNotPresent or Never',
  ],
  [
    'container-lifecycle',
    'a hook with no action, several or a malformed one, a signal that does not fit, or hooks of an init container',
    'give each hook one of `exec`, `httpGet`, `tcpSocket` and `sleep`',
  ],
  [
    'container-name',
    'no name, or one that is no DNS label',
    'use at most 63 small letters, digits and dashes',
  ],
  ['container-name-unique', 'two containers of a Pod with one name', 'rename one of the two'],
  [
    'container-ports',
    'a port outside of 1 to 65535, an unknown protocol, or a name that is malformed or given twice',
    'correct the port, or give it a name of its own',
  ],
  [
    'container-probes',
    'a probe with no handler, several or a malformed one, or with times and thresholds out of bounds',
    'give each probe one of `exec`, `httpGet`, `tcpSocket` and `grpc`, and times that fit',
  ],
  [
    'container-resize-policy',
    'a `resizePolicy` with an unknown or repeated resource, or with a policy that the restart policy rules out',
    'name `cpu` and `memory` once each, with NotRequired or RestartContainer',
  ],
  [
    'container-resources',
    'a resource with an unknown name or a negative amount, a request above its limit, or a claim that is not there',
    'lower the request or raise the limit',
  ],
  [
    'container-restart-policy',
    'a `restartPolicy` or restart rules that a container of this kind may not have',
    'set `restartPolicy: Always` on native sidecars only, and that of the Pod elsewhere',
  ],
  [
    'container-security-context',
    'settings of a `securityContext` that exclude each other, or a value that there is not',
    'keep one of the settings that the message names',
  ],
  [
    'container-termination-message',
    'an unknown `terminationMessagePolicy`',
    'use File or FallbackToLogsOnError',
  ],
  [
    'ephemeral-container',
    'an ephemeral container with fields it may not have, or a target that is not there',
    'remove the field, or name a container of the Pod',
  ],
  ['host-port-unique', 'two ports that ask for one port of the node', 'use another host port, or none'],
  [
    'volume-devices',
    'a device of a volume that is not there or no block device, or whose path is taken',
    'name a volume with a claim, and a path of its own',
  ],
  [
    'volume-mounts',
    'a mount of a volume that is not there, a path that is taken, or options that exclude each other',
    'mount a volume of the Pod at a path of its own',
  ],
];

/** What a server says of Pods. */
export const PODS: Entries = [
  [
    'pod-affinity',
    'a rule of `affinity` with a malformed selector, topology key or weight',
    'correct the term that the message names',
  ],
  [
    'pod-annotations',
    'a seccomp, AppArmor or other annotation with a value that there is not',
    'use the field of `securityContext` instead',
  ],
  ['pod-containers', 'a Pod without containers', 'add a container with a name and an image'],
  ['pod-create', 'a field that may not be set when a Pod is created', 'remove the field'],
  [
    'pod-dns-config',
    'a `dnsPolicy` or `dnsConfig` with too many or malformed entries',
    'correct the entry that the message names',
  ],
  [
    'pod-host-aliases',
    'a host alias that is no address, or a malformed host name',
    'write an IP address, and names of small letters, digits, dashes and dots',
  ],
  [
    'pod-host-network-ports',
    '`hostNetwork` with a `hostPort` that differs from its `containerPort`',
    'remove `hostPort`',
  ],
  [
    'pod-host-process',
    'Windows host processes beside other containers, or without `hostNetwork`',
    'set `hostProcess` of the Pod, and of no container',
  ],
  [
    'pod-host-users',
    '`hostUsers: false` beside `hostNetwork`, `hostPID` or `hostIPC`',
    'remove one of the two',
  ],
  [
    'pod-hostname-override',
    'a `hostnameOverride` that is no DNS subdomain, is too long or stands beside what excludes it',
    'use at most 64 small letters, digits, dashes and dots',
  ],
  [
    'pod-os',
    'fields that the operating system of the Pod does not have',
    'remove the field, or correct `os.name`',
  ],
  [
    'pod-overhead',
    'an `overhead` with an unknown resource or a malformed amount',
    'remove it: the RuntimeClass sets it',
  ],
  [
    'pod-readiness-gates',
    'a readiness gate whose `conditionType` is no qualified name',
    'use a name such as `example.com/ready`',
  ],
  [
    'pod-resource-claims',
    'a claim with no source, both sources, or a name that is malformed or given twice',
    'name one of `resourceClaimName` and `resourceClaimTemplateName`',
  ],
  [
    'pod-resources',
    'resources of the Pod with a name that is not allowed there, or less than its containers ask for',
    'use `cpu`, `memory` and `hugepages-<size>`, and amounts that hold all containers',
  ],
  [
    'pod-scheduling-gates',
    'a scheduling gate whose name is malformed or given twice',
    'use a name such as `example.com/gate`, once',
  ],
  [
    'pod-security-context',
    "settings of the Pod's `securityContext` that exclude each other, or a value that there is not",
    'correct the setting that the message names',
  ],
  [
    'pod-spec',
    'a policy, name, period or node selector of a Pod that is malformed or that there is not',
    'use one of the values that the message names',
  ],
  [
    'pod-tolerations',
    'a toleration with an unknown effect or operator, or with parts that do not fit together',
    'correct the part that the message names',
  ],
  [
    'pod-topology-spread',
    'a spread constraint that is malformed or given twice',
    'correct the constraint, or keep one of the two',
  ],
  [
    'pod-volumes',
    'a volume with no source or several, a malformed one, or a name that is taken',
    'give each volume a name of its own and one source',
  ],
  [
    'profile-annotations',
    'a seccomp or AppArmor annotation that says otherwise than the field',
    'remove the annotation: it is deprecated',
  ],
  ['template-ephemeral-containers', 'ephemeral containers in a template', 'remove `ephemeralContainers`'],
  [
    'template-metadata',
    'malformed labels or annotations of a template',
    'correct the label or annotation that the message names',
  ],
];
