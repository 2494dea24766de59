import type { Field } from '../../field';
import type {
  CustomResourceColumnDefinition,
  CustomResourceDefinitionSpec,
  CustomResourceDefinitionVersion,
  CustomResourceSubresources,
  CustomResourceValidation,
  SelectableField,
} from '../../schema/types';
import { isSame } from './same';

/** A part of a version, or of all of them, and the field where a server has it. */
export interface Part<T> {
  readonly value: T;
  readonly at: Field;
}

/** What a version says of its resources. */
export interface VersionParts {
  readonly schema?: Part<CustomResourceValidation>;
  readonly subresources?: Part<CustomResourceSubresources>;
  readonly columns?: Part<readonly CustomResourceColumnDefinition[]>;
  readonly selectableFields?: Part<readonly SelectableField[]>;
}

/** A definition as a server judges it. */
export interface InternalSpec {
  readonly versions: readonly CustomResourceDefinitionVersion[] | undefined;
  /** What all versions say alike. */
  readonly shared: VersionParts;
  readonly parts: readonly VersionParts[];
}

/** The fields of a version that move, and what they are called outside of the versions. */
const MOVED = {
  schema: 'validation',
  subresources: 'subresources',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;

type Name = keyof typeof MOVED;

/**
 * Moves what all versions say alike out of them (Convert_v1_CustomResourceDefinitionSpec_To_apiextensions…,
 * pkg/apis/apiextensions/v1/conversion.go 1.30 to 1.37): that of a single version, too.
 */
export function internalSpec({ versions }: CustomResourceDefinitionSpec, at: Field): InternalSpec {
  if (!versions?.length) return { versions, shared: {}, parts: [] };
  const names = Object.keys(MOVED) as Name[];
  const alike = new Set(
    names.filter((name) => versions.every((version) => isSame(version[name], versions[0][name]))),
  );
  const place = at.field('versions');
  const shared = partsOf(versions[0], (name) =>
    alike.has(name) ? at.field(MOVED[name]).shownAt(place.index(0).field(name)) : undefined,
  );
  const parts = versions.map((version, index) =>
    partsOf(version, (name) => (alike.has(name) ? undefined : place.index(index).field(name))),
  );
  return { versions: versions.map((version) => without(version, alike)), shared, parts };
}

/** @param placeOf where a server has a part; undefined if it is elsewhere */
function partsOf(
  version: CustomResourceDefinitionVersion,
  placeOf: (name: Name) => Field | undefined,
): VersionParts {
  const part = <N extends Name>(name: N) => {
    const at = placeOf(name);
    const value = version[name];
    return at && value !== undefined ? { value: value as NonNullable<typeof value>, at } : undefined;
  };
  return {
    schema: part('schema'),
    subresources: part('subresources'),
    columns: part('additionalPrinterColumns'),
    selectableFields: part('selectableFields'),
  };
}

const without = (version: CustomResourceDefinitionVersion, names: ReadonlySet<Name>) =>
  Object.fromEntries(
    Object.entries(version).filter(([name]) => !names.has(name as Name)),
  ) as CustomResourceDefinitionVersion;
