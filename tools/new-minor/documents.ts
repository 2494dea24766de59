import { execFileSync } from 'node:child_process';
import type { MinorDocuments, Resource, Schema } from '../openapi/documents';

interface Discovery {
  readonly groupVersion: string;
  readonly resources: readonly (Omit<Resource, 'group' | 'version' | 'plural'> & { readonly name: string })[];
}

/** What a running server publishes: the stable versions of its groups. */
export function documentsOf(kubeconfig: string, minor: number): MinorDocuments {
  const get = <T>(path: string) =>
    JSON.parse(
      execFileSync('kubectl', ['--kubeconfig', kubeconfig, 'get', '--raw', path], {
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      }),
    ) as T;
  const { paths } = get<{ readonly paths: object }>('/openapi/v3');
  const stable = Object.keys(paths).filter((path) => /^(?:api|apis\/[^/]+)\/v\d+$/.test(path));
  const documents = stable.map((path) =>
    get<{ readonly components?: { readonly schemas?: MinorDocuments['schemas'] } }>(`/openapi/v3/${path}`),
  );
  return {
    minor,
    schemas: Object.assign({}, ...documents.map(({ components }) => components?.schemas ?? {})) as {
      readonly [name: string]: Schema;
    },
    resources: stable.flatMap((path) => resourcesOf(get<Discovery>(`/${path}`))),
  };
}

function resourcesOf({ groupVersion, resources }: Discovery): Resource[] {
  const [group, version] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, ...resource }) => ({ ...resource, group, version, plural: name }));
}
