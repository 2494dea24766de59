import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments, type MinorDocuments, type Resource, type Schema } from './documents';

/** What a resource is called, as servers list it. */
interface NamedResource extends Resource {
  readonly singular: string;
  readonly shortNames: readonly string[];
}

/** What servers publish of groups that a folder of documents may lack, with descriptions. */
interface Described {
  readonly minors: readonly [first: number, last: number];
  readonly resources: readonly NamedResource[];
  readonly schemas: MinorDocuments['schemas'];
}

/** Where the API groups stand among each other in a server's list (kube-apiserver's group priorities). */
const GROUPS = [
  '',
  'apiregistration.k8s.io',
  'apps',
  'events.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'scheduling.k8s.io',
  'coordination.k8s.io',
  'node.k8s.io',
  'discovery.k8s.io',
  'resource.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'storagemigration.k8s.io',
];

const DESCRIBED = join(__dirname, 'described');

/**
 * What the servers of all minors publish of their kinds, as a text: first the resources, then each form
 * that a schema has had, a line each, with the minors of the form.
 */
export function publishedText(root: string): string {
  const minors = readDocuments(root).map(withDescribed);
  return [...resourceLines(minors), ...schemaLines(minors)].join('\n');
}

function withDescribed(documents: MinorDocuments): MinorDocuments {
  const described = readdirSync(DESCRIBED)
    .sort()
    .map((file): Described => JSON.parse(readFileSync(join(DESCRIBED, file), 'utf8')))
    .filter(({ minors: [first, last] }) => first <= documents.minor && documents.minor <= last);
  const groups = new Set(described.flatMap(({ resources }) => resources.map(({ group }) => group)));
  return {
    ...documents,
    schemas: Object.assign({}, documents.schemas, ...described.map(({ schemas }) => schemas)),
    resources: [
      ...documents.resources.filter(({ group }) => !groups.has(group)),
      ...described.flatMap(({ resources }) => resources),
    ],
  };
}

/** `group/version Kind plural singular type minors shortName…`, in the order of discovery. */
function resourceLines(documents: readonly MinorDocuments[]): string[] {
  const lines = new Map<string, { readonly resource: NamedResource; readonly minors: number[] }>();
  for (const { minor, resources, schemas } of documents) {
    for (const resource of resources as readonly NamedResource[]) {
      const { group, version, kind, plural, singular, shortNames } = resource;
      const words = [`${group}/${version}`, kind, plural, singular, typeOf(resource, schemas)];
      const line = [...words, 'MINORS', ...shortNames].join(' ');
      const known = lines.get(line);
      if (known) known.minors.push(minor);
      else lines.set(line, { resource, minors: [minor] });
    }
  }
  return [...lines]
    .sort(([, { resource: a }], [, { resource: b }]) => inDiscovery(a, b))
    .map(([line, { minors }]) => line.replace('MINORS', minors.join(',')));
}

function inDiscovery(a: Resource, b: Resource): number {
  const byGroup = rank(a) - rank(b);
  // A later version is preferred, and an alpha or beta never is: v2, v1, v1beta3.
  return byGroup || versionRank(b) - versionRank(a) || (a.plural < b.plural ? -1 : 1);
}

function rank({ group }: Resource): number {
  const at = GROUPS.indexOf(group);
  if (at < 0) throw new Error(`say where ${group} stands in discovery, in ${__filename}`);
  return at;
}

const versionRank = ({ version }: Resource) =>
  Number(/^v(\d+)/.exec(version)![1]) - (/^v\d+$/.test(version) ? 0 : 1_000);

function typeOf({ group, version, kind }: Resource, schemas: MinorDocuments['schemas']): string {
  const found = Object.keys(schemas)
    .sort()
    .find((name) =>
      schemas[name]['x-kubernetes-group-version-kind']?.some(
        (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind,
      ),
    );
  if (!found) throw new Error(`no schema for ${group}/${version} ${kind}`);
  return found;
}

/** `type minors schema`. */
function schemaLines(documents: readonly MinorDocuments[]): string[] {
  const forms = new Map<string, number[]>();
  for (const { minor, schemas, resources } of documents) {
    const roots = resources.map((resource) => typeOf(resource, schemas));
    const names = reachable([...roots, ...roots.map((name) => `${name}List`)], schemas);
    for (const name of names) {
      const form = `${name} MINORS ${JSON.stringify(shownOf(schemas[name]))}`;
      forms.set(form, [...(forms.get(form) ?? []), minor]);
    }
  }
  return [...forms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, minors]) => form.replace('MINORS', minors.join(',')));
}

function reachable(roots: readonly string[], schemas: MinorDocuments['schemas']): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !schemas[name]) return;
    found.add(name);
    referencesIn(schemas[name]).forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

function referencesIn(schema: Schema): string[] {
  const own = schema.$ref ? [schema.$ref.split('/').at(-1)!] : [];
  return [...own, ...partsOf(schema).flatMap(referencesIn)];
}

const partsOf = ({ properties = {}, items, additionalProperties, allOf = [] }: Schema): Schema[] =>
  [...Object.values(properties), items, additionalProperties, ...allOf].filter(
    (part): part is Schema => part !== undefined,
  );

/** The keywords of a schema that its explanation depends on. */
const SHOWN = ['description', 'type', 'oneOf', '$ref', 'enum', 'required', 'default'] as const;

function shownOf(schema: Schema): object {
  const plain = SHOWN.flatMap((word) => (word in schema ? [[word, schema[word as keyof Schema]]] : []));
  const { properties, items, additionalProperties, allOf } = schema;
  return {
    ...Object.fromEntries(plain),
    ...(allOf && { allOf: allOf.map(shownOf) }),
    ...(items && { items: shownOf(items) }),
    ...(additionalProperties && { additionalProperties: shownOf(additionalProperties) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.keys(properties)
          .sort()
          .map((name) => [name, shownOf(properties[name])]),
      ),
    }),
  };
}
