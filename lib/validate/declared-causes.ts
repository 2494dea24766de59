import type { RawFinding } from './collector';

/** A cause that a server of 1.37 finds by a declared rule: where, and its reasons. */
type Declared = readonly [path: RegExp, reasons: RegExp];

const REQUIRED = /^FieldValueRequired$/;
const ANY = /^/;
const SUBJECT: Declared = [/^(roleRef|subjects\[\d+\])\.name$/, REQUIRED];
const VERBS: Declared = [/^rules\[\d+\]\.verbs$/, REQUIRED];
const DEVICE_REQUESTS: readonly Declared[] = [
  [/\.firstAvailable\[\d+\]\.deviceClassName$/, ANY],
  [/\.tolerations\[\d+\]\.(operator|effect)$/, /^FieldValue(Required|NotSupported)$/],
  [/\.allocationMode$/, /^FieldValueNotSupported$/],
  [/\.opaque\.driver$/, ANY],
  [/\.requests\[\d+\]$/, /^FieldValueDuplicate$/],
];

/** Calls of MarkCoveredByDeclarative, pkg/apis 1.37, for what a manifest alone can get wrong. */
const DECLARED: { readonly [kind: string]: readonly Declared[] | undefined } = {
  ClusterRole: [VERBS],
  ClusterRoleBinding: [SUBJECT],
  CronJob: [[/^spec\.schedule$/, REQUIRED]],
  DeviceClass: [...DEVICE_REQUESTS, [/^metadata\.name$/, /^FieldValueInvalid$/]],
  EndpointSlice: [
    [/^endpoints\[\d+\]\.addresses$/, /^FieldValue(Required|TooMany)$/],
    [/^addressType$/, ANY],
  ],
  HorizontalPodAutoscaler: [[/^spec\.maxReplicas$/, REQUIRED]],
  IPAddress: [[/^spec\.parentRef(\.resource|\.name)?$/, REQUIRED]],
  IngressClass: [[/^spec\.parameters\.(kind|name)$/, REQUIRED]],
  NetworkPolicy: [[/\.ipBlock\.cidr$/, REQUIRED]],
  ResourceClaim: DEVICE_REQUESTS,
  ResourceClaimTemplate: DEVICE_REQUESTS,
  ResourceSlice: [[/\.taints\[\d+\]\.effect$/, ANY]],
  Role: [VERBS],
  RoleBinding: [SUBJECT],
  RuntimeClass: [[/^handler$/, ANY]],
  StatefulSet: [[/^spec\.selector$/, REQUIRED]],
};

/**
 * Causes in the order of a server of 1.37: what is also declared comes after all else
 * (ValidateDeclarativelyWithMigrationChecks, apiserver 1.37).
 */
export function declaredLast(causes: readonly RawFinding[], kind = ''): readonly RawFinding[] {
  const declared = DECLARED[kind];
  if (!declared || causes.length < 2) return causes;
  const isLast = ({ path, reason = '' }: RawFinding) =>
    declared.some(([place, reasons]) => place.test(path.toString()) && reasons.test(reason));
  return [...causes.filter((cause) => !isLast(cause)), ...causes.filter(isLast)];
}
