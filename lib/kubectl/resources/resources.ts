import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { RESOURCES } from './table';

/** A kind of object as a server lists it. */
export interface Resource {
  /** API group; empty for the core. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Its name in addresses: `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
}

/** `apps/v1`. */
export const apiVersionOf = ({ group, version }: Resource) => (group ? `${group}/${version}` : version);

let knownResources: readonly Resource[] | undefined;

/** All of a server with nothing but built-in kinds. */
export const resources = (): readonly Resource[] =>
  (knownResources ??= RESOURCES.map((line) => {
    const [apiVersion, kind, plural, scope, ...shortNames] = line.split(' ');
    const [group, version = group] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    return { group, version, kind, plural, namespaced: scope === 'namespaced', shortNames };
  }));

/**
 * The resource that a name stands for: plural, singular or short, in any case; a group may be cut short
 * (RESTMapper.ResourceFor, 1.36).
 *
 * @param warn takes what is said of a short name that another resource has, too
 */
export function resourceFor(
  name: string,
  group: string,
  warn?: (text: string) => void,
): Resource | undefined {
  const named = withName(name, group);
  const long = named.length ? named : longFormOf(name, group, warn);
  return long.find((resource) => resource.group === group) ?? long[0];
}

function withName(name: string, group: string): Resource[] {
  const wanted = name.toLowerCase();
  return resources().filter(
    ({ plural, kind, group: own }) =>
      (plural === wanted || kind.toLowerCase() === wanted) && own.startsWith(group),
  );
}

function longFormOf(name: string, group: string, warn?: (text: string) => void): Resource[] {
  const found = resources().filter(
    ({ shortNames, group: own }) => shortNames.includes(name) && own.startsWith(group),
  );
  const other = group
    ? undefined
    : found.find(({ plural, group: own }) => plural !== found[0].plural || own !== found[0].group);
  if (other) {
    warn?.(
      `short name ${quote(name)} could also match lower priority resource ${other.plural}.${other.group}`,
    );
  }
  return found;
}

/** What kubectl says of a name that no resource has (meta.NoResourceMatchError). */
export const unknownResource = (name: string, group: string) =>
  new KubectlError(
    `the server doesn't have a resource type ${quote(name.toLowerCase())}${group ? ` in group ${quote(group)}` : ''}`,
    true,
  );
