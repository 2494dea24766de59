import type { Entries } from './entry';

/** What a server warns of while it takes a manifest. */
export const WARNINGS: Entries = [
  [
    'address-form',
    'an address or range that is not in its usual form: leading zeros, bits beyond the prefix',
    'write it as the message does',
  ],
  [
    'csi-driver-tokens',
    'a CSI driver that asks for tokens without saying whether they are secret',
    'set `spec.serviceAccountTokenInSecrets: true` if the driver supports it',
  ],
  [
    'deprecated-annotation',
    'an annotation that is deprecated or has no effect any more',
    'use the field that the message names',
  ],
  [
    'deprecated-field',
    'a field that is deprecated or has no effect any more',
    'remove it, or use what the message names',
  ],
  ['deprecated-kind', 'a kind that is deprecated', 'use the kind that the message names'],
  ['deprecated-node-label', 'a node label of old', 'use the label that the message names'],
  [
    'deprecated-volume',
    'a volume type that is deprecated or does not work any more',
    'use a persistentVolumeClaim whose StorageClass has a CSI driver',
  ],
  ['driver-case', 'a driver name with capitals', 'write it in small letters'],
  [
    'env-hidden',
    'a variable that is defined twice: one of the two may be lost when the manifest is applied',
    'keep one of the two',
  ],
  ['fractional-bytes', 'a fraction of a byte: `m` means thousandths', 'write whole bytes, such as 128Mi'],
  ['headless-service', 'fields that a headless Service ignores', 'remove the field'],
  ['host-alias-unique', 'two host aliases with one address', 'join the hostnames of the two'],
  [
    'hostname',
    'a Pod name that is no DNS label, though it becomes the hostname',
    'use at most 63 small letters, digits and dashes',
  ],
  [
    'job-many-indexes',
    'an Indexed Job of so many indexes and Pods that failed ones may not be tracked',
    'lower `completions` or `parallelism`',
  ],
  ['negative-grace-period', 'a negative `terminationGracePeriodSeconds`', 'use 0 or more'],
  [
    'null-label-selector',
    'an affinity or spread rule without a selector: it matches no Pod',
    'select the labels of the Pods that are meant',
  ],
  [
    'overlapping-paths',
    "two files of a volume in each other's place, or a projected volume without sources",
    'give each file a path of its own that is not the directory of another',
  ],
  ['owner-repeated', 'an owner that is named twice', 'remove the repetition'],
  [
    'persistent-volume-deprecated',
    'a volume type, annotation or policy of a PersistentVolume that is deprecated',
    'use a CSI driver',
  ],
  [
    'port-definition',
    'a port that is defined twice, overlaps another, or has a host address without a host port',
    'remove one of the two, or set `hostPort`',
  ],
  [
    'port-name-unique',
    'two containers that give a port one name: Services and probes find one of them',
    'rename one of the two',
  ],
  ['preferred-label-value', 'a preferred node label value that no node can have', 'correct it'],
  ['pull-secret-unique', 'an image pull Secret without a name, or named twice', 'name each Secret once'],
  [
    'quota-request-above-limit',
    'a quota that allows more requests than limits',
    'raise the limit, or lower the request',
  ],
  ['reserved-name', 'a name that is reserved for static configuration', 'rename it'],
  [
    'secret-tls',
    'a Secret of type `kubernetes.io/tls` whose certificate and key do not fit',
    'put the certificate in `tls.crt` and its key in `tls.key`, both in PEM',
  ],
  [
    'service-field-ignored',
    'a field that a Service of this type ignores',
    'remove the field, or change the type',
  ],
  ['stateful-set-history', 'a negative `revisionHistoryLimit`: all revisions are kept', 'use 0 or more'],
  ['volume-claim-deprecated', 'an annotation of a claim that is deprecated', 'set `spec.storageClassName`'],
  [
    'workload-name',
    'a name that is no DNS label, though it becomes part of hostnames',
    'use at most 63 small letters, digits and dashes',
  ],
];
