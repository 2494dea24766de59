import { covers, type MinorRange } from '../schema/schema';

/** Kinds that servers serve, and of which the schema table has no fields. */
const WITHOUT_SCHEMA: ReadonlyMap<string, MinorRange> = new Map([
  ['flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema', [26, 31]],
  ['flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration', [26, 31]],
]);

/** Whether a server of this minor serves a kind of which no fields are known here. */
export function isServedWithoutSchema(apiVersion: string, kind: string, minor: number): boolean {
  const minors = WITHOUT_SCHEMA.get(`${apiVersion} ${kind}`);
  return minors !== undefined && covers(minors, minor);
}

/** The names of the kinds of which no fields are known here, by group and version. */
export const kindsWithoutSchema = (minor: number) =>
  [...WITHOUT_SCHEMA]
    .filter(([, minors]) => covers(minors, minor))
    .map(([name]) => ({ apiVersion: name.split(' ')[0], kind: name.split(' ')[1] }));
