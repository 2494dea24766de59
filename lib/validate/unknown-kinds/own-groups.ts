/**
 * Groups that kube-apiserver itself serves, or once served. They stand here by name, so that patterns of
 * custom resources are read without the schema table.
 */
const OWN_GROUPS: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apidiscovery.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'auditregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'extensions',
  'flowcontrol.apiserver.k8s.io',
  'internal.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'settings.k8s.io',
  'storage.k8s.io',
  'storagemigration.k8s.io',
]);

/** Whether a group is Kubernetes' own: no custom resource can be in it. */
export const isOwnGroup = (group: string) => OWN_GROUPS.has(group);

/** Whether a group may be that of custom resources, which always has a domain. */
export const mayBeCustom = (group: string) => group.includes('.') && !isOwnGroup(group);

/** The group of an apiVersion; empty for the core group. */
export const groupOf = (apiVersion: string) => apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));
