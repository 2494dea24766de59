import { itemsOf, propertyOf, type Schema, valuesOf } from '../crd/schema';
import { customKind, prepareResource } from '../custom-kinds';
import { decodeResource } from '../custom-kinds/decode';
import type { DefinitionSource } from '../custom-kinds/definitions';
import type { FieldPath, PathSegment } from '../path';
import type { EmbeddedPod } from './embedded-pod';

/** What the definition of a custom resource makes of a manifest, and says about Pods in it. */
export interface DefinedResource {
  /** The manifest without the fields that it does not have, and with its defaults. */
  readonly object: object;
  /** Where the schema has fields like those of a Pod template. */
  readonly pods: readonly EmbeddedPod[];
  /** Whether the schema itself names a field. */
  declares(path: FieldPath): boolean;
}

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Undefined if no definition of the kind has a schema. */
export function definedResource(
  manifest: Head,
  crds: readonly DefinitionSource[],
  minor: number,
): DefinedResource | undefined {
  const kind = customKind(crds, manifest.apiVersion, manifest.kind, minor);
  const { schema } = kind ?? {};
  if (!kind || !schema) return undefined;
  const { object } = decodeResource(manifest, kind, minor);
  prepareResource(object, kind);
  return {
    object,
    pods: podsIn(schema),
    declares: (path) => path.segments().reduce(below, schema as Schema | undefined) !== undefined,
  };
}

const below = (schema: Schema | undefined, segment: PathSegment): Schema | undefined =>
  schema &&
  (typeof segment === 'number' ? itemsOf(schema) : (propertyOf(schema, segment) ?? valuesOf(schema)));

const known = new WeakMap<Schema, readonly EmbeddedPod[]>();

function podsIn(schema: Schema): readonly EmbeddedPod[] {
  let pods = known.get(schema);
  if (!pods) {
    const at = [...templatesIn(schema, '')];
    known.set(schema, (pods = at.length ? [{ ...DETECTED, at }] : []));
  }
  return pods;
}

/**
 * A template that only its fields show: whether the controller completes it, or runs its commands within one
 * of its own, is not known.
 */
const DETECTED: EmbeddedPod = {
  source: 'the schema of the CustomResourceDefinition',
  kinds: [],
  at: [],
  type: 'PodTemplateSpec',
  optional: ['image', 'name', 'containers', 'restartPolicy'],
  addsVolumes: true,
  ignores: [
    'command-one-string',
    'shell-arguments',
    'container-ends',
    'stop-signal',
    'variable-not-expanded',
  ],
};

function* templatesIn(schema: Schema, path: string): Generator<string> {
  if (path && isTemplate(schema)) {
    yield path;
    return;
  }
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    if (/^[A-Za-z_][-\w]*$/.test(name) && !(path === '' && name === 'status')) {
      yield* templatesIn(inner, path ? `${path}.${name}` : name);
    }
  }
  const each = itemsOf(schema) ?? valuesOf(schema);
  if (each && path) yield* templatesIn(each, `${path}[*]`);
}

/** Whether a schema has what controller-gen makes of a PodTemplateSpec. */
function isTemplate(schema: Schema): boolean {
  const spec = propertyOf(schema, 'metadata') && propertyOf(schema, 'spec');
  const containers = spec && propertyOf(spec, 'containers');
  const container = containers && itemsOf(containers);
  return container !== undefined && CONTAINER.every((field) => propertyOf(container, field) !== undefined);
}

const CONTAINER = ['name', 'image', 'args', 'env', 'ports', 'volumeMounts', 'livenessProbe'];
