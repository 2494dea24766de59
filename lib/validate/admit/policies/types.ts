import { BOOL, type CelType, DYN, INT, listOf, mapOf, STRING, struct, TIMESTAMP } from '../../../cel';

/* What expressions of policies refer to (apiserver pkg/admission/plugin/cel/compile.go 1.36). */

const typed = (name: string, fields: { readonly [field: string]: CelType }): CelType =>
  struct(`kubernetes.${name}`, new Map(Object.entries(fields)));

const TEXTS = listOf(STRING);
const KIND = typed('GroupVersionKind', { group: STRING, version: STRING, kind: STRING });
const RESOURCE = typed('GroupVersionResource', { group: STRING, version: STRING, resource: STRING });

/** BuildRequestType. */
const REQUEST = typed('AdmissionRequest', {
  kind: KIND,
  resource: RESOURCE,
  subResource: STRING,
  requestKind: KIND,
  requestResource: RESOURCE,
  requestSubResource: STRING,
  name: STRING,
  namespace: STRING,
  operation: STRING,
  userInfo: typed('UserInfo', {
    username: STRING,
    uid: STRING,
    groups: TEXTS,
    extra: mapOf(STRING, TEXTS),
  }),
  dryRun: BOOL,
  options: DYN,
});

/** BuildNamespaceType. */
const NAMESPACE = typed('Namespace', {
  metadata: typed('NamespaceMetadata', {
    name: STRING,
    generateName: STRING,
    namespace: STRING,
    labels: mapOf(STRING, STRING),
    annotations: mapOf(STRING, STRING),
    UID: STRING,
    creationTimestamp: TIMESTAMP,
    deletionGracePeriodSeconds: INT,
    deletionTimestamp: TIMESTAMP,
    generation: INT,
    resourceVersion: STRING,
    finalizers: TEXTS,
  }),
  spec: typed('NamespaceSpec', { finalizers: TEXTS }),
  status: typed('NamespaceStatus', {
    conditions: listOf(
      typed('NamespaceCondition', {
        status: STRING,
        type: STRING,
        lastTransitionTime: TIMESTAMP,
        message: STRING,
        reason: STRING,
      }),
    ),
    phase: STRING,
  }),
});

/** The variables that all expressions of a policy have. */
export const BASE: { readonly [name: string]: CelType } = {
  object: DYN,
  oldObject: DYN,
  namespaceObject: NAMESPACE,
  request: REQUEST,
};

/** The variables of all expressions but those that make messages. */
export const AUTHORIZERS: { readonly [name: string]: CelType } = {
  authorizer: struct('kubernetes.authorization.Authorizer'),
  'authorizer.requestResource': struct('kubernetes.authorization.ResourceCheck'),
};

/** The type of `variables`. */
export const variablesType = (fields: ReadonlyMap<string, CelType>): CelType =>
  struct('kubernetes.variables', fields);

const KEPT: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'int',
  'null',
  'string',
  'timestamp',
  'uint',
]);

/** The type of a variable that an expression is the value of (convertCelTypeToDeclType). */
export function declaredType(type: CelType): CelType {
  const { kind, params } = type;
  if (kind === 'list') return listOf(declaredType(params[0]));
  if (kind === 'map') return mapOf(declaredType(params[0]), declaredType(params[1]));
  return KEPT.has(kind) ? type : DYN;
}
