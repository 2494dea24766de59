import { quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import { type ApiDocuments, apiVersionOf, type ApiResource, type GroupVersion } from './api-documents';

/** A resource that a name stands for. */
export interface MappedResource extends GroupVersion {
  readonly resource: string;
}

/** A resource as Go prints it (schema.GroupVersionResource.String, 1.36). */
export const resourceText = ({ group, version, resource }: MappedResource) =>
  `${group}/${version}, Resource=${resource}`;

/** Its name with the group, if it has one: `deployments.apps`. */
export const groupResource = ({ group, resource }: Pick<MappedResource, 'group' | 'resource'>) =>
  group ? `${resource}.${group}` : resource;

/**
 * All resources that a name may stand for, the preferred first: plural, singular, short, or of a list
 * (RESTMapper.ResourcesFor of the shortcut expander and of discovery, client-go 1.36).
 *
 * @param warn takes what is said of a short name that another resource has, too
 * @throws KubectlError if there is none
 */
export function resourcesFor(
  name: string,
  documents: ApiDocuments,
  warn: (text: string) => void,
): readonly MappedResource[] {
  const { resource, group } = expanded(name, documents.resources, warn);
  const wanted = resource.toLowerCase();
  if (!wanted) throw new KubectlError('a resource must be present, got: /, Resource=');
  const found = groupVersions(documents.resources)
    .filter((each) => !group || each.group === group)
    .flatMap(({ group: own, version, resources }) =>
      pluralsOf(wanted, resources).map((plural) => ({ group: own, version, resource: plural })),
    );
  if (!found.length) throw new KubectlError(`the server doesn't have a resource type ${quote(name)}`, true);
  return found;
}

/** The kind of a resource; the preferred if several have its name (RESTMapper.KindFor, client-go 1.36). */
export function kindFor({ group, version, resource }: MappedResource, documents: ApiDocuments): string {
  const same = documents.resources.filter(
    (each) => each.version === version && (!group || each.group === group),
  );
  const listed = same.flatMap(({ kind, plural }) =>
    plural === resource ? [kind] : listName(kind) === resource ? [`${kind}List`] : [],
  );
  return listed[0] ?? 'List';
}

function pluralsOf(wanted: string, resources: readonly ApiResource[]): string[] {
  const named = resources.flatMap(({ plural, singular, kind }) => [
    [plural, singular],
    [listName(kind), `${kind.toLowerCase()}list`],
  ]);
  const found = [...named, ['lists', 'list']].filter((names) => names.includes(wanted));
  return [...new Set(found.map(([plural]) => plural))].sort();
}

/** What the mapper thinks the resource of a kind's lists would be. */
const listName = (kind: string) => `${kind.toLowerCase()}lists`;

function groupVersions(
  resources: readonly ApiResource[],
): readonly (GroupVersion & { readonly resources: readonly ApiResource[] })[] {
  const found = new Map<string, ApiResource[]>();
  for (const resource of resources) {
    const key = apiVersionOf(resource);
    const known = found.get(key);
    if (known) known.push(resource);
    else found.set(key, [resource]);
  }
  return [...found.values()].map((each) => ({
    group: each[0].group,
    version: each[0].version,
    resources: each,
  }));
}

/** A short name counts only as it is written (expandResourceShortcut, client-go 1.36). */
function expanded(
  name: string,
  resources: readonly ApiResource[],
  warn: (text: string) => void,
): { readonly resource: string; readonly group: string } {
  if (resources.some(({ plural, singular }) => name === plural || name === singular)) {
    return { resource: name, group: '' };
  }
  const named = resources.filter(({ shortNames }) => shortNames.includes(name));
  const long = [
    ...new Map(
      named.map(({ plural: resource, group }) => [`${resource}.${group}`, { resource, group }]),
    ).values(),
  ];
  for (const other of long.slice(1)) {
    warn(`short name ${quote(name)} could also match lower priority resource ${groupResource(other)}`);
  }
  return long[0] ?? { resource: name, group: '' };
}
