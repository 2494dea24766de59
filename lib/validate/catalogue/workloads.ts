import type { Entries } from './entry';

/** What a server says of every object. */
export const OBJECTS: Entries = [
  [
    'config-map-data',
    'a malformed key, one that is in `data` and `binaryData`, or more than 1 MiB',
    'use letters, digits, dashes, dots and underscores in keys',
  ],
  [
    'metadata',
    'a name, namespace, label, annotation, finalizer or owner that is missing or malformed',
    'correct the part that the message names',
  ],
  ['non-negative', 'a number that may not be negative', 'use 0 or more'],
  [
    'persistent-volume',
    'a PersistentVolume with no source or several, or with a malformed capacity, access mode or affinity',
    'give it one source, and correct the part that the message names',
  ],
  [
    'persistent-volume-mount-options',
    'mount options of a volume that cannot have any',
    'remove the annotation',
  ],
  [
    'volume-claim',
    'a claim without access mode or storage, or with modes that exclude each other',
    'set `accessModes` and `resources.requests.storage`',
  ],
];

/** What a server says of workloads. */
export const WORKLOADS: Entries = [
  ['cron-job-concurrency', 'an unknown `concurrencyPolicy`', 'use Allow, Forbid or Replace'],
  [
    'cron-job-name',
    'a name that leaves no room for the time that Job names end in',
    'use at most 52 characters',
  ],
  [
    'cron-job-schedule',
    'no `schedule`, or one that does not parse',
    'use minute, hour, day of month, month and day of week, such as `0 3 * * *`',
  ],
  ['cron-job-selector', 'a selector in the Job template', 'remove `selector` and `manualSelector`'],
  ['cron-job-time-zone', 'a `timeZone` that there is not', 'use a name such as `Europe/Berlin`'],
  [
    'daemon-set-update-strategy',
    'an unknown update strategy, or limits that stop every update',
    'let one of `maxSurge` and `maxUnavailable` be more than 0',
  ],
  [
    'deployment-progress-deadline',
    'a `progressDeadlineSeconds` that is not above `minReadySeconds`',
    'use more than `minReadySeconds`',
  ],
  [
    'deployment-strategy',
    'an unknown strategy, or limits that stop every rollout',
    'let one of `maxSurge` and `maxUnavailable` be more than 0',
  ],
  [
    'job-completion-mode',
    'options that need Indexed completion, or an unknown mode',
    'set `completionMode: Indexed`, or remove the option',
  ],
  [
    'job-failed-indexes',
    'limits for failed indexes that do not fit together',
    'set `backoffLimitPerIndex`, and at most as many failed indexes as completions',
  ],
  [
    'job-generated-selector',
    'a selector or labels that the server generates',
    'remove them, or set `manualSelector: true`',
  ],
  [
    'job-managed-by',
    'a `managedBy` without a domain, or too long',
    'use a name such as `example.com/controller`',
  ],
  [
    'job-pod-failure-policy',
    'a rule for failures that is malformed, or that the restart policy rules out',
    'correct the rule that the message names',
  ],
  [
    'job-pod-names',
    'an Indexed Job whose name is too long or malformed for host names',
    'use small letters, digits and dashes, and fewer of them',
  ],
  [
    'job-pod-replacement',
    'a `podReplacementPolicy` that there is not, or that the failure policy rules out',
    'use Failed',
  ],
  [
    'job-success-policy',
    'a rule for success with malformed indexes or counts',
    'write indexes such as `0,2-5`, and a count that they hold',
  ],
  ['stateful-set-claim-retention', 'an unknown retention policy for claims', 'use Retain or Delete'],
  ['stateful-set-pod-management', 'an unknown `podManagementPolicy`', 'use OrderedReady or Parallel'],
  ['stateful-set-service-name', 'a `serviceName` that is no DNS label', 'name the headless Service'],
  [
    'stateful-set-update-strategy',
    'an unknown update strategy, or one with settings of another',
    'use RollingUpdate or OnDelete',
  ],
  [
    'workload-restart-policy',
    'a restart policy or deadline that Pods of this workload may not have',
    'use Always in what runs for ever, OnFailure or Never in Jobs',
  ],
  ['workload-selector', 'no selector, an empty or a malformed one', 'select the labels of `spec.template`'],
  [
    'workload-selector-match',
    'a selector that does not match the labels of the template',
    'make the labels of `spec.template` those that `spec.selector` asks for',
  ],
  ['workload-template', 'no Pod template', 'describe the Pod in `spec.template`'],
];
