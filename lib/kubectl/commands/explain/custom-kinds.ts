import { quote } from '../../../go/format';
import type { JsonObject } from '../../../go/object';
import { isMap } from '../../../go/sorted-keys';
import { KubectlError } from '../../errors';
import type { Invocation } from '../../invocation/invocation';
import { SourceFinder } from '../../manifests/paths';
import { readUnstructured } from '../../manifests/unstructured';
import { visitManifests } from '../../manifests/visit';
import type { ApiDocuments, ApiResource, OpenApiSchema } from './api-documents';
import { customSchema } from './custom-schema';

/**
 * What a server publishes that has these CustomResourceDefinitions, too; other manifests in the files do not
 * matter.
 *
 * @throws KubectlError if a file cannot be read, or has no definition
 */
export function withCustomKinds(
  documents: ApiDocuments,
  paths: readonly string[],
  { world, minor }: Pick<Invocation, 'world' | 'minor'>,
): ApiDocuments {
  const readable = { files: world.files, stdin: world.stdin };
  const { sources } = new SourceFinder(readable, { filename: paths, recursive: true }).found();
  const kinds: CustomVersion[] = [];
  let definitions = 0;
  visitManifests(sources, { read: readUnstructured(minor), minor }, (manifest, source) => {
    const object = manifest.toObject();
    if (!isDefinition(object)) return;
    definitions++;
    kinds.push(...versionsOf(object, source, documents));
  });
  if (!kinds.length) throw new KubectlError(`no ${lacking(definitions)} in ${paths.join(', ')}`);
  const schemas = new Map(kinds.map(({ resource, schema }) => [resource.type, schema]));
  const resources = kinds.map(({ resource }) => resource).sort(inDiscovery);
  return {
    resources: [...documents.resources, ...resources],
    schema: (name) => schemas.get(name) ?? documents.schema(name),
  };
}

const lacking = (definitions: number) =>
  definitions ? 'version that is served' : 'CustomResourceDefinition of apiextensions.k8s.io/v1';

interface CustomVersion {
  readonly resource: ApiResource;
  readonly schema: OpenApiSchema;
}

const isDefinition = ({ apiVersion, kind }: JsonObject) =>
  apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';

function versionsOf(crd: JsonObject, source: string, documents: ApiDocuments): CustomVersion[] {
  const name = String(mapIn(crd, 'metadata').name ?? '');
  const without = (field: string) =>
    new KubectlError(`${source}: CustomResourceDefinition ${quote(name)} has no ${field}`);
  const spec = mapIn(crd, 'spec');
  const names = mapIn(spec, 'names');
  const [group, kind, plural] = [spec.group, names.kind, names.plural].map((value, index) => {
    if (typeof value === 'string' && value) return value;
    throw without(['spec.group', 'spec.names.kind', 'spec.names.plural'][index]);
  });
  const versions = Array.isArray(spec.versions) ? spec.versions.filter(isMap) : [];
  if (!versions.length) throw without('spec.versions');
  const { singular, shortNames } = names;
  return versions
    .filter(({ served }) => served === true)
    .map((version) => ({
      resource: {
        group,
        version: String(version.name),
        kind,
        plural,
        singular: typeof singular === 'string' && singular ? singular : kind.toLowerCase(),
        shortNames: Array.isArray(shortNames) ? shortNames.map(String) : [],
        type: `${group}/${String(version.name)}.${kind}`,
      },
      schema: customSchema(mapIn(version, 'schema').openAPIV3Schema, documents),
    }));
}

function mapIn(object: JsonObject, field: string): JsonObject {
  const value = object[field];
  return isMap(value) ? value : {};
}

/** By group, and within one the preferred version first (version.CompareKubeAwareVersionStrings, 1.36). */
function inDiscovery(a: ApiResource, b: ApiResource): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return byVersion(b.version, a.version) || (a.plural < b.plural ? -1 : 1);
}

const LEVELS = ['alpha', 'beta', undefined];

/** Negative if the first version is the lesser: v1alpha1, v1beta1, v1, v2; other names come before these. */
function byVersion(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(text));
  if (!one || !other) return Number(Boolean(one)) - Number(Boolean(other)) || (a < b ? 1 : a > b ? -1 : 0);
  return (
    LEVELS.indexOf(one[2]) - LEVELS.indexOf(other[2]) ||
    Number(one[1]) - Number(other[1]) ||
    Number(one[3] ?? 0) - Number(other[3] ?? 0)
  );
}
