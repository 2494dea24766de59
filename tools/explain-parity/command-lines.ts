import type {
  ApiDocuments,
  ApiResource,
  OpenApiSchema,
} from '../../lib/kubectl/commands/explain/api-documents';
import { apiVersionOf, itemsOf, referred, valuesOf } from '../../lib/kubectl/commands/explain/api-documents';
import { Random } from '../fuzz/random';

/** Arguments of `explain`: of every kind some, and odd ones. */
export function commandLines(documents: ApiDocuments, count: number, seed: number): readonly string[][] {
  const random = new Random(seed);
  const lines = documents.resources.map(({ plural, ...resource }) => [
    plural,
    `--api-version=${apiVersionOf(resource)}`,
  ]);
  const { length } = documents.resources;
  for (let at = 0; lines.length < count - ODD.length; at++) {
    lines.push(lineOf(documents.resources[at % length], documents, random));
  }
  return [...lines, ...ODD];
}

function lineOf(resource: ApiResource, documents: ApiDocuments, random: Random): string[] {
  const path = pathIn(documents.schema(resource.type)!, documents, random);
  const name = random.pick(namesOf(resource));
  const flags = random.pick([[], [], ['--recursive'], ['--output=plaintext-openapiv2']] as string[][]);
  const deep = random.chance(0.2) ? ['--recursive'] : [];
  return [[name, ...path].join('.'), ...new Set([...flags, ...deep])];
}

/** A resource by all its names; one of a group may be followed by that. */
const namesOf = ({ plural, singular, kind, group, shortNames }: ApiResource) => [
  plural,
  singular,
  kind,
  kind.toUpperCase(),
  ...shortNames,
  ...(group ? [`${plural}.${group}`, `${singular}.${group}`] : []),
];

/** A way down the fields, which may end in one that does not exist. */
function pathIn(schema: OpenApiSchema, documents: ApiDocuments, random: Random): string[] {
  const path: string[] = [];
  let fields = fieldsOf(schema, documents);
  while (fields.size && random.chance(0.8)) {
    const name = random.pick([...fields.keys()]);
    path.push(name);
    fields = fieldsOf(fields.get(name)!, documents);
  }
  return random.chance(0.1) ? [...path, random.pick(['foo', 'Spec', 'metadata'])] : path;
}

function fieldsOf(schema: OpenApiSchema, documents: ApiDocuments): ReadonlyMap<string, OpenApiSchema> {
  const resolved = referred(schema.$ref, documents) ?? schema;
  const inner = resolved.allOf?.[0] ?? itemsOf(resolved) ?? valuesOf(resolved);
  return new Map(inner ? fieldsOf(inner, documents) : Object.entries(resolved.properties ?? {}));
}

/** What people mistype, and what only a parser of JSONPath takes. */
const ODD: readonly string[][] = [
  [],
  ['pods', 'services'],
  ['events'],
  ['ev.metadata'],
  ['events.events.k8s.io'],
  ['foo'],
  ['FOO.bar'],
  ['podlist'],
  ['PodList', '--output=plaintext-openapiv2'],
  ['list'],
  ['list', '--output=plaintext-openapiv2'],
  ['deploymentlists.spec'],
  ['deploymentsfoo'],
  ['deployments.appsfoo'],
  ['deployments.apps'],
  ['Deployments.apps.spec'],
  ['pods.'],
  ['pods..spec'],
  ['.pods'],
  ['.'],
  [''],
  [' '],
  ['pods spec'],
  ['pods.spec[0]'],
  ['pods.spec[*].containers'],
  ['pods.*'],
  ['pods[*].spec'],
  ["pods['spec']"],
  ['pods.spec.containers[?(@.name=="a")]'],
  ['pods.spec}{.x'],
  ['pods.spec}'],
  ['pods.spec{'],
  ['pods.spec.%'],
  ['pods.spec.a/b'],
  ['pods/web'],
  ['pods.metadata.annotations.foo'],
  ['pods.metadata.annotations.foo', '--output=plaintext-openapiv2'],
  ['pods.spec.containers.name.foo', '--output=plaintext-openapiv2'],
  ['pods.spec.foo.bar', '--output=plaintext-openapiv2'],
  ['crd.spec.versions.schema.openAPIV3Schema.properties.items.not.enum'],
  ['crd.spec.versions.schema.openAPIV3Schema', '--recursive', '--output=plaintext-openapiv2'],
  ['__proto__'],
  ['pods.__proto__'],
  ['pods.constructor'],
  ['pods.spec.toString'],
  ['pods', '--output=json'],
  ['foo', '--output=json'],
  ['pods', '--api-version=apps/v1'],
  ['pods', '--api-version=v1beta1'],
  ['pods', '--api-version=a/b/c'],
  ['pods', '--api-version=/'],
  ['pods', '--api-version=apps'],
  ['pods', '--api-version=apps/v1', '--output=plaintext-openapiv2'],
  ['pods[0]', '--api-version=v1'],
  ['pods.spec[0]', '--api-version=v1'],
  ['hpa.spec', '--api-version=autoscaling/v1'],
  ['hpa.spec', '--api-version=autoscaling/v2', '--output=plaintext-openapiv2'],
  ['hpa.spec.metrics.resource', '--api-version=autoscaling/v1'],
  ['pods', '--recursive=false'],
];
