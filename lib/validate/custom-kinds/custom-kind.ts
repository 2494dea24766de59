import type { Schema } from '../crd/schema';
import { decode } from '../decode/decode';
import { CUSTOM_RESOURCE_DEFINITION } from '../kinds/custom-resource-definition';
import type { CustomResourceDefinition, CustomResourceDefinitionVersion } from '../schema/types';
import { definitionsOf, type DefinitionSource } from './definitions';

/** What a CustomResourceDefinition says about one kind in one version. */
export interface CustomKind {
  readonly crd: CustomResourceDefinition;
  readonly version: CustomResourceDefinitionVersion;
  /** Absent if the version has none: then nothing is known of its fields. */
  readonly schema?: Schema;
  readonly namespaced: boolean;
}

/** Definitions, decoded as a server of a minor does, with its defaults. */
const decoded = new WeakMap<object, Map<number, CustomResourceDefinition>>();

/** The definition of a kind, and the version; undefined if none of the definitions has it, or serves it. */
export function customKind(
  crds: readonly DefinitionSource[],
  apiVersion: string,
  kind: string,
  minor: number,
): CustomKind | undefined {
  const [group, name, ...rest] = apiVersion.split('/');
  if (name === undefined || rest.length) return undefined;
  for (const crd of definitionsWith(crds, group, kind, minor)) {
    const version = crd.spec?.versions?.find((each) => each.name === name && each.served);
    if (version) return kindOf(crd, version);
  }
  return undefined;
}

const kindOf = (crd: CustomResourceDefinition, version: CustomResourceDefinitionVersion): CustomKind => ({
  crd,
  version,
  schema: version.schema?.openAPIV3Schema,
  namespaced: crd.spec?.scope !== 'Cluster',
});

/**
 * The definitions of a kind, the last first: it replaces those before it. Texts that name both are read
 * first; only if none of them has it, the others are.
 */
function* definitionsWith(
  crds: readonly DefinitionSource[],
  group: string,
  kind: string,
  minor: number,
): Generator<CustomResourceDefinition> {
  const mentions = (source: DefinitionSource) =>
    typeof source !== 'string' || (source.includes(group) && source.includes(kind));
  const sources = [...crds].reverse();
  for (const some of [sources.filter(mentions), sources.filter((source) => !mentions(source))]) {
    for (const crd of some.flatMap(definitionsOf).map((each) => decodedOf(each, minor))) {
      if (crd.spec?.group === group && crd.spec.names?.kind === kind) yield crd;
    }
  }
}

function decodedOf(definition: object, minor: number): CustomResourceDefinition {
  let byMinor = decoded.get(definition);
  if (!byMinor) decoded.set(definition, (byMinor = new Map()));
  let crd = byMinor.get(minor);
  if (!crd) byMinor.set(minor, (crd = decodeOne(definition, minor)));
  return crd;
}

function decodeOne(definition: object, minor: number): CustomResourceDefinition {
  const { object } = decode<CustomResourceDefinition>(definition, STRUCT, minor);
  CUSTOM_RESOURCE_DEFINITION.applyDefaults!(object, minor);
  return object;
}

const STRUCT = 'apiextensions.v1.CustomResourceDefinition';
