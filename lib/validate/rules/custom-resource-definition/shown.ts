import { IGNORED } from '../../decode/issues';
import type { Schema } from '../../crd/schema';
import { compareBytes, GoValue, quote } from '../../../go/format';
import { goSyntax } from '../../../go/print';
import { withSortedKeys } from '../../../go/sorted-keys';
import { list, listOf, named, number, pointer, struct } from '../../../go/value';
import type { CustomResourceDefinitionVersion } from '../../schema/types';

/*
 * Values as a server shows them: its internal types, which have no names for JSON
 * (pkg/apis/apiextensions/types.go and types_jsonschema.go 1.36).
 */

type Show = (value: never) => GoValue;
type Fields = readonly (readonly [goName: string, name: string, show: Show])[];

const PACKAGE = 'apiextensions';

const text: Show = (value: string | undefined) => named(value ?? '');
const flag: Show = (value: boolean | undefined) => plain(value ?? false);
const plain = (value: boolean | number) => new GoValue(value, String(value));
const pointerTo =
  (type: string): Show =>
  (value: string | number | boolean | undefined) =>
    pointer(value === undefined ? undefined : new GoValue(value, ''), type);
const strings: Show = (value: readonly string[] | undefined) => list(value, 'string');

/** Any value of JSON, behind an interface. */
const anyValue = (value: unknown) => new GoValue(withSortedKeys(value), goSyntax(value));
const pointerToAny: Show = (value: unknown) =>
  pointer(value === undefined ? undefined : anyValue(value), `${PACKAGE}.JSON`);
const anyList: Show = (value: readonly unknown[] | undefined) =>
  listOf(
    value?.map((item) => (item === null ? new GoValue(null, `${PACKAGE}.JSON(nil)`) : anyValue(item))),
    `${PACKAGE}.JSON`,
  );

const structOf = (type: string, fields: Fields, value: object): GoValue =>
  struct(
    `${PACKAGE}.${type}`,
    Object.fromEntries(
      fields.map(([goName, name, show]) => [
        goName,
        show((value as { readonly [name: string]: never })[name]),
      ]),
    ),
  );

const pointerToStruct =
  (type: string, show: (value: never) => GoValue): Show =>
  (value: never) =>
    pointer(value === undefined ? undefined : show(value), `${PACKAGE}.${type}`);

const listOfStructs =
  (type: string, show: (value: never) => GoValue): Show =>
  (value: readonly never[] | undefined) =>
    listOf(value?.map(show), `${PACKAGE}.${type}`);

const mapOf =
  (goType: string, show: (value: never) => GoValue): Show =>
  (value: { readonly [key: string]: never } | undefined) => {
    if (!value) return new GoValue(null, `${goType}(nil)`);
    const entries = Object.keys(value)
      .sort(compareBytes)
      .map((key) => [key, show(value[key])] as const);
    return new GoValue(
      Object.fromEntries(entries.map(([key, shown]) => [key, shown.value])),
      `${goType}{${entries.map(([key, shown]) => `${quote(key)}:${shown.syntax}`).join(', ')}}`,
    );
  };

/** A schema with the fields of JSONSchemaProps. */
export const shownSchema = (schema: Schema): GoValue => structOf('JSONSchemaProps', SCHEMA_FIELDS, schema);

const schemas = listOfStructs('JSONSchemaProps', shownSchema);
const schemaMap = (goType = `map[string]${PACKAGE}.JSONSchemaProps`) => mapOf(goType, shownSchema);
const pointerToSchema = pointerToStruct('JSONSchemaProps', shownSchema);

const asSchema = (value: unknown): never =>
  (typeof value === 'object' && !Array.isArray(value) ? value : undefined) as never;

/** A schema, or a list of several. */
export const shownItems = (value: Schema['items']): GoValue =>
  struct(`${PACKAGE}.JSONSchemaPropsOrArray`, {
    Schema: pointerToSchema(asSchema(value)),
    JSONSchemas: schemas(
      (Array.isArray(value) && (value as unknown) !== IGNORED ? value : undefined) as never,
    ),
  });

const schemaOrFlag: Show = (value: Schema | boolean | undefined) =>
  pointer(
    value === undefined
      ? undefined
      : struct(`${PACKAGE}.JSONSchemaPropsOrBool`, {
          Allows: plain(value !== false),
          Schema: pointerToSchema(asSchema(value)),
        }),
    `${PACKAGE}.JSONSchemaPropsOrBool`,
  );

const schemaOrStrings = (value: Schema | readonly string[]): GoValue =>
  struct(`${PACKAGE}.JSONSchemaPropsOrStringArray`, {
    Schema: pointerToSchema(asSchema(value)),
    Property: strings((Array.isArray(value) ? value : undefined) as never),
  });

const documentation = pointerToStruct('ExternalDocumentation', (value: never) =>
  structOf(
    'ExternalDocumentation',
    [
      ['Description', 'description', text],
      ['URL', 'url', text],
    ],
    value,
  ),
);

const RULE_FIELDS: Fields = [
  ['Rule', 'rule', text],
  ['Message', 'message', text],
  ['MessageExpression', 'messageExpression', text],
  ['Reason', 'reason', pointerTo(`${PACKAGE}.FieldValueErrorReason`)],
  ['FieldPath', 'fieldPath', text],
  ['OptionalOldSelf', 'optionalOldSelf', pointerTo('bool')],
];

/** A rule of x-kubernetes-validations. */
export const shownRule = (rule: object): GoValue => structOf('ValidationRule', RULE_FIELDS, rule);

const rules: Show = (value: readonly object[] | undefined) => {
  const shown = listOf(value?.map(shownRule), '');
  return new GoValue(shown.value, `${PACKAGE}.ValidationRules${shown.syntax.slice('[]'.length)}`);
};

const SCHEMA_FIELDS: Fields = [
  ['ID', 'id', text],
  ['Schema', '$schema', text],
  ['Ref', '$ref', pointerTo('string')],
  ['Description', 'description', text],
  ['Type', 'type', text],
  ['Nullable', 'nullable', flag],
  ['Format', 'format', text],
  ['Title', 'title', text],
  ['Default', 'default', pointerToAny],
  ['Maximum', 'maximum', pointerTo('float64')],
  ['ExclusiveMaximum', 'exclusiveMaximum', flag],
  ['Minimum', 'minimum', pointerTo('float64')],
  ['ExclusiveMinimum', 'exclusiveMinimum', flag],
  ['MaxLength', 'maxLength', pointerTo('int64')],
  ['MinLength', 'minLength', pointerTo('int64')],
  ['Pattern', 'pattern', text],
  ['MaxItems', 'maxItems', pointerTo('int64')],
  ['MinItems', 'minItems', pointerTo('int64')],
  ['UniqueItems', 'uniqueItems', flag],
  ['MultipleOf', 'multipleOf', pointerTo('float64')],
  ['Enum', 'enum', anyList],
  ['MaxProperties', 'maxProperties', pointerTo('int64')],
  ['MinProperties', 'minProperties', pointerTo('int64')],
  ['Required', 'required', strings],
  ['Items', 'items', pointerToStruct('JSONSchemaPropsOrArray', shownItems as Show)],
  ['AllOf', 'allOf', schemas],
  ['OneOf', 'oneOf', schemas],
  ['AnyOf', 'anyOf', schemas],
  ['Not', 'not', pointerToSchema],
  ['Properties', 'properties', schemaMap()],
  ['AdditionalProperties', 'additionalProperties', schemaOrFlag],
  ['PatternProperties', 'patternProperties', schemaMap()],
  ['Dependencies', 'dependencies', mapOf(`${PACKAGE}.JSONSchemaDependencies`, schemaOrStrings as Show)],
  ['AdditionalItems', 'additionalItems', schemaOrFlag],
  ['Definitions', 'definitions', schemaMap(`${PACKAGE}.JSONSchemaDefinitions`)],
  ['ExternalDocs', 'externalDocs', documentation],
  ['Example', 'example', pointerToAny],
  ['XPreserveUnknownFields', 'x-kubernetes-preserve-unknown-fields', pointerTo('bool')],
  ['XEmbeddedResource', 'x-kubernetes-embedded-resource', flag],
  ['XIntOrString', 'x-kubernetes-int-or-string', flag],
  ['XListMapKeys', 'x-kubernetes-list-map-keys', strings],
  ['XListType', 'x-kubernetes-list-type', pointerTo('string')],
  ['XMapType', 'x-kubernetes-map-type', pointerTo('string')],
  ['XValidations', 'x-kubernetes-validations', rules],
];

type IsZero = (value: unknown) => boolean;

/**
 * The parts of a schema in the order of the Go struct, with the names that Go has for them, and which values
 * are zero: no pointer is, even to false.
 */
export const SCHEMA_PARTS: readonly (readonly [goName: string, name: string, isZero: IsZero])[] =
  SCHEMA_FIELDS.map(([goName, name, show]) => [
    goName,
    name,
    (value) => (show === text || show === flag) && !value,
  ]);

const SCALE_FIELDS: Fields = [
  ['SpecReplicasPath', 'specReplicasPath', text],
  ['StatusReplicasPath', 'statusReplicasPath', text],
  ['LabelSelectorPath', 'labelSelectorPath', pointerTo('string')],
];

const SUBRESOURCES_FIELDS: Fields = [
  [
    'Status',
    'status',
    pointerToStruct('CustomResourceSubresourceStatus', () =>
      struct(`${PACKAGE}.CustomResourceSubresourceStatus`, {}),
    ),
  ],
  [
    'Scale',
    'scale',
    pointerToStruct('CustomResourceSubresourceScale', (value: never) =>
      structOf('CustomResourceSubresourceScale', SCALE_FIELDS, value),
    ),
  ],
];

const COLUMN_FIELDS: Fields = [
  ['Name', 'name', text],
  ['Type', 'type', text],
  ['Format', 'format', text],
  ['Description', 'description', text],
  ['Priority', 'priority', ((value: number | undefined) => number(value ?? 0)) as Show],
  ['JSONPath', 'jsonPath', text],
];

const VERSION_FIELDS: Fields = [
  ['Name', 'name', text],
  ['Served', 'served', flag],
  ['Storage', 'storage', flag],
  ['Deprecated', 'deprecated', flag],
  ['DeprecationWarning', 'deprecationWarning', pointerTo('string')],
  [
    'Schema',
    'schema',
    pointerToStruct('CustomResourceValidation', (value: never) =>
      structOf('CustomResourceValidation', [['OpenAPIV3Schema', 'openAPIV3Schema', pointerToSchema]], value),
    ),
  ],
  [
    'Subresources',
    'subresources',
    pointerToStruct('CustomResourceSubresources', (value: never) =>
      structOf('CustomResourceSubresources', SUBRESOURCES_FIELDS, value),
    ),
  ],
  [
    'AdditionalPrinterColumns',
    'additionalPrinterColumns',
    listOfStructs('CustomResourceColumnDefinition', (value: never) =>
      structOf('CustomResourceColumnDefinition', COLUMN_FIELDS, value),
    ),
  ],
  [
    'SelectableFields',
    'selectableFields',
    listOfStructs('SelectableField', (value: never) =>
      structOf('SelectableField', [['JSONPath', 'jsonPath', text]], value),
    ),
  ],
];

/** The versions as they are once what all of them say alike is moved out of them. */
export const shownVersions = (versions: readonly CustomResourceDefinitionVersion[] | undefined): GoValue =>
  listOf(
    versions?.map((version) => structOf('CustomResourceDefinitionVersion', VERSION_FIELDS, version)),
    `${PACKAGE}.CustomResourceDefinitionVersion`,
  );
