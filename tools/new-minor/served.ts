import { execFileSync } from 'node:child_process';
import { compareBytes } from '../../lib/go/format';
import { isOwnGroup } from '../../lib/validate/unknown-kinds/own-groups';
import { kindsWithoutSchema } from '../../lib/validate/unknown-kinds/without-schema';
import { apiVersionOf, creatable, type Resource } from '../openapi/documents';
import type { Facts } from '../openapi/facts';
import { ledgerOf } from '../openapi/ledger';
import { type Discovery, resourcesOf } from './documents';

interface Group {
  readonly versions: readonly { readonly groupVersion: string }[];
}

/** What a running server serves in all versions of Kubernetes' own groups, beta versions included. */
export function resourcesOfServer(kubeconfig: string): Resource[] {
  const get = <T>(path: string) =>
    JSON.parse(
      execFileSync('kubectl', ['--kubeconfig', kubeconfig, 'get', '--raw', path], { encoding: 'utf8' }),
    ) as T;
  const { groups } = get<{ readonly groups: readonly Group[] }>('/apis');
  const versions = groups.flatMap((group) =>
    group.versions.map(({ groupVersion }) => `/apis/${groupVersion}`),
  );
  return ['/api/v1', ...versions].flatMap((path) => resourcesOf(get<Discovery>(path)));
}

/**
 * How the kinds that a server lets users create differ from those that are known of its minor, a line each.
 * A group that is neither Kubernetes' own nor ends in .k8s.io is one of custom resources.
 */
export function unlikeServed(facts: Facts, minor: number, served: readonly Resource[]): string[] {
  const theirs = new Map(
    creatable(served)
      .filter(({ group }) => isOwnGroup(group) || group.endsWith('.k8s.io'))
      .map((resource) => [nameOf({ ...resource, apiVersion: apiVersionOf(resource) }), placeOf(resource)]),
  );
  const known = new Map(
    [...ledgerOf(facts).kinds]
      .filter(
        ([
          ,
          {
            minors: [first, last],
          },
        ]) => first <= minor && minor <= last,
      )
      .map(([name, kind]) => [name, placeOf(kind)]),
  );
  const named = new Set([...known.keys(), ...kindsWithoutSchema(minor).map(nameOf)]);
  return [
    ...[...theirs.keys()].filter((name) => !named.has(name)).map((name) => `${name}: served, but not known`),
    ...[...named].filter((name) => !theirs.has(name)).map((name) => `${name}: known, but not served`),
    ...[...known].flatMap(([name, ours]) => differenceOf(name, ours, theirs.get(name) ?? ours)),
  ].sort(compareBytes);
}

const nameOf = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }) =>
  `${apiVersion} ${kind}`;

const placeOf = ({ plural, namespaced }: { readonly plural: string; readonly namespaced: boolean }) =>
  `${plural}, ${namespaced ? 'namespaced' : 'cluster-scoped'}`;

const differenceOf = (name: string, ours: string, theirs: string): string[] =>
  ours === theirs ? [] : [`${name}: served as ${theirs}, known as ${ours}`];
