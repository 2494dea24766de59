import { allKinds, covers, type MinorRange } from '../schema/schema';

/** Groups that kube-apiserver serves only when asked to, or served before the versions known here. */
const OTHER_GROUPS: readonly string[] = [
  'apidiscovery.k8s.io',
  'apiregistration.k8s.io',
  'auditregistration.k8s.io',
  'extensions',
  'flowcontrol.apiserver.k8s.io',
  'internal.apiserver.k8s.io',
  'settings.k8s.io',
  'storagemigration.k8s.io',
];

/** Kinds that every server serves, and of which the schema table has no fields. */
const WITHOUT_SCHEMA: ReadonlyMap<string, MinorRange> = new Map([
  ['apiregistration.k8s.io/v1 APIService', [0, Infinity]],
  ['flowcontrol.apiserver.k8s.io/v1 FlowSchema', [29, Infinity]],
  ['flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration', [29, Infinity]],
  ['flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema', [26, 31]],
  ['flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration', [26, 31]],
]);

let own: ReadonlySet<string> | undefined;

/** The group of an apiVersion; empty for the core group. */
export const groupOf = (apiVersion: string) => apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));

/** Whether kube-apiserver itself serves a group, or once did: no custom resource can be in it. */
export function isOwnGroup(group: string): boolean {
  own ??= new Set([...[...allKinds().values()].map(({ apiVersion }) => groupOf(apiVersion)), ...OTHER_GROUPS]);
  return own.has(group);
}

/** Whether a group may be that of custom resources, which always has a domain. */
export const mayBeCustom = (group: string) => group.includes('.') && !isOwnGroup(group);

/** Whether a server of this minor serves a kind of which no fields are known here. */
export function isServedWithoutSchema(apiVersion: string, kind: string, minor: number): boolean {
  const minors = WITHOUT_SCHEMA.get(`${apiVersion} ${kind}`);
  return minors !== undefined && covers(minors, minor);
}

/** The names of the kinds of which no fields are known here, by group and version. */
export const kindsWithoutSchema = (minor: number) => [...WITHOUT_SCHEMA].filter(([, minors]) => covers(minors, minor))
  .map(([name]) => ({ apiVersion: name.split(' ')[0], kind: name.split(' ')[1] }));
