import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MinorDocuments, Resource, Schema } from '../openapi/documents';

interface Discovery {
  readonly groupVersion: string;
  readonly resources: readonly (Omit<Resource, 'group' | 'version' | 'plural'> & { readonly name: string })[];
}

interface OpenApi {
  readonly components?: { readonly schemas?: MinorDocuments['schemas'] };
}

/** What is published of a group and version. */
interface Published {
  readonly openApi: OpenApi;
  readonly discovery: Discovery;
}

/** What a running server publishes of the stable versions of its groups. */
export function documentsOfServer(kubeconfig: string, minor: number): MinorDocuments {
  const get = <T>(path: string) =>
    JSON.parse(
      execFileSync('kubectl', ['--kubeconfig', kubeconfig, 'get', '--raw', path], {
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      }),
    ) as T;
  const { paths } = get<{ readonly paths: object }>('/openapi/v3');
  const stable = Object.keys(paths).filter((path) => /^(?:api|apis\/[^/]+)\/v\d+$/.test(path));
  return merged(
    minor,
    stable.map((path) => ({ openApi: get(`/openapi/v3/${path}`), discovery: get(`/${path}`) })),
  );
}

/**
 * What the sources of k8s.io/kubernetes have of the same, if there is no server. It is equal, except that it
 * does not list the values of enums.
 */
export function documentsOfSources(kubernetes: string, minor: number): MinorDocuments {
  const folder = join(kubernetes, 'api');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const stable = readdirSync(join(folder, 'discovery')).filter((name) =>
    /^(?:api|apis__[^_]+)__v\d+\.json$/.test(name),
  );
  return merged(
    minor,
    stable.map((name) => ({
      openApi: read(join('openapi-spec/v3', name.replace('.json', '_openapi.json'))),
      discovery: read(join('discovery', name)),
    })),
  );
}

const merged = (minor: number, all: readonly Published[]): MinorDocuments => ({
  minor,
  schemas: Object.assign({}, ...all.map(({ openApi }) => openApi.components?.schemas ?? {})) as {
    readonly [name: string]: Schema;
  },
  resources: all.flatMap(({ discovery }) => resourcesOf(discovery)),
});

function resourcesOf({ groupVersion, resources }: Discovery): Resource[] {
  const [group, version] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, ...resource }) => ({ ...resource, group, version, plural: name }));
}

/** Writes documents in the form that `npm run import-openapi` reads. */
export function saveDocuments({ schemas, resources }: MinorDocuments, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
  write('all.json', { components: { schemas } });
  write('resources.json', resources);
}
