import type { Field } from '../../field';
import type { CustomResourceDefinition } from '../../schema/types';
import { APPROVAL } from './approval';
import { COLUMN } from './columns';
import { CONVERSION } from './conversion';
import { type InternalSpec, internalSpec, type VersionParts } from './moved';
import { GROUP_AND_SCOPE, NAME, NAMES } from './names';
import { PRESERVE, PRESERVE_WITH_DEFAULTS } from './preserve';
import { judgeSchemaRoot } from './schema-root';
import { SELECTABLE_FIELDS } from './selectable-fields';
import { SUBRESOURCES } from './subresources';
import {
  DEPRECATION_WARNING,
  FIRST_VERSION,
  SCHEMA_MISSING,
  STORAGE_VERSION,
  STORED_VERSIONS,
  VERSION,
} from './versions';

/** ValidateCustomResourceDefinition, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export function judgeCustomResourceDefinition(object: CustomResourceDefinition, at: Field): void {
  const { spec = {} } = object;
  const place = at.field('spec');
  const internal = internalSpec(spec, place);
  at.apply(NAME, object);
  place.apply(GROUP_AND_SCOPE, object);
  place.field('versions').apply(SCHEMA_MISSING, internal);
  place.apply(PRESERVE_WITH_DEFAULTS, spec);
  judgeVersions(internal, place.field('versions'));
  place.field('versions').apply(STORAGE_VERSION, internal);
  const first = place.field('versions').index(0).field('name');
  place.field('version').shownAt(first).apply(FIRST_VERSION, internal);
  place.field('names').apply(NAMES, spec.names ?? {});
  const withoutSchema = `${at.minor >= 34 ? '' : 'selectableFields '}may only be set when validations.schema is included`;
  judgeParts(internal.shared, hasAnyStatus(internal), withoutSchema);
  place.field('conversion').apply(CONVERSION, spec);
  at.field('status', 'storedVersions').shownAt(place.field('versions')).apply(STORED_VERSIONS, internal);
  at.apply(APPROVAL, object);
  place.apply(PRESERVE, spec);
}

const WITHOUT_SCHEMA = 'may only be set when `version.schema.openAPIV3Schema` is not included';

function judgeVersions({ versions = [], shared, parts }: InternalSpec, at: Field): void {
  versions.forEach((version, index) => {
    const place = at.index(index);
    place.apply(VERSION, version);
    place.apply(DEPRECATION_WARNING, version);
    const { subresources = shared.subresources } = parts[index];
    const withoutSchema = place.minor >= 34 ? WITHOUT_SCHEMA : OLD_WITHOUT_SCHEMA;
    judgeParts(parts[index], subresources?.value.status !== undefined, withoutSchema);
  });
}

const OLD_WITHOUT_SCHEMA =
  'selectableFields may only be set when version.schema.openAPIV3Schema is not included';

/** Whether any version has its status validated apart. */
const hasAnyStatus = ({ shared, parts }: InternalSpec) =>
  [shared, ...parts].some(({ subresources }) => subresources?.value.status !== undefined);

function judgeParts(
  { schema, subresources, columns, selectableFields }: VersionParts,
  hasStatus: boolean,
  withoutSchema: string,
): void {
  const root = schema?.value.openAPIV3Schema;
  if (root) judgeSchemaRoot(root, hasStatus, schema.at.field('openAPIV3Schema'));
  if (subresources) subresources.at.apply(SUBRESOURCES, subresources.value);
  columns?.value.forEach((column, index) => columns.at.index(index).apply(COLUMN, column));
  if (selectableFields?.value.length) {
    const fields = selectableFields.value;
    selectableFields.at.apply(SELECTABLE_FIELDS, { fields, schema: root, withoutSchema });
  }
}

export { warnOfSchemas } from './warnings';
