import { defaulted } from '../../../lib/validate/defaults/defaulted';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const HEAD = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

/** A definition whose resources have a spec of the schema. */
const definition = (schema: object, more: object = {}) => ({
  ...HEAD,
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'widgets', kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: schema } } },
        ...more,
      },
    ],
  },
});

const status = (manifest: object, minor = 36) => serverStatus(judge(manifest, { minor }));
const PLACE = 'spec.validation.openAPIV3Schema.properties[spec]';
const causes = (manifest: object, minor?: number) =>
  status(manifest, minor).causes.map(({ field, message }) => `${field.replace(PLACE, '…')}: ${message}`);

describe('decoding of what decodes itself, as a real 1.36 does it', () => {
  const START = 'CustomResourceDefinition in version "v1" cannot be handled as a CustomResourceDefinition: ';
  const FIELD =
    'json: cannot unmarshal number into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.properties.';

  test.each<[schema: object, message: string]>([
    [{ type: 'array', items: { type: 5 } }, `${FIELD}items.type of type string`],
    [{ description: 5, type: 'array', items: { type: 5 } }, `${FIELD}items.type of type string`],
    [{ items: { format: 5, items: { type: 6 } } }, `${FIELD}items.items.type of type string`],
    [{ items: [5] }, `${FIELD}items of type v1.JSONSchemaProps`],
    [{ additionalProperties: 'x', properties: { a: 5 } }, 'boolean or JSON schema expected'],
    [{ unknown: 1, additionalProperties: { type: 1 } }, `${FIELD}additionalProperties.type of type string`],
    [{ dependencies: { a: [5] } }, `${FIELD}dependencies of type string`],
    [
      { typ: 'string', items: { typ: 'string' } },
      'strict decoding error: unknown field "spec.versions[0].schema.openAPIV3Schema.properties.spec.typ"',
    ],
  ])('%j', (schema, message) => {
    const { code, message: said } = status(definition(schema));
    expect([code, said]).toEqual([400, START + message]);
  });

  test('an unknown field is dropped there, and the one that was meant is suggested', () => {
    const { findings } = judge(definition({ type: 'array', items: { type: 'string', fromat: 'byte' } }), {
      minor: 36,
    });
    expect(findings.map(({ rule, level, path, suggestion }) => [rule, level, `${path}`, suggestion])).toEqual(
      [
        [
          'field-dropped',
          'warning',
          'spec.versions[0].schema.openAPIV3Schema.properties[spec].items.fromat',
          'did you mean "format"?',
        ],
      ],
    );
  });
});

test('a definition without spec has nine causes', () => {
  expect(causes({ ...HEAD, metadata: { name: 'a.b' } })).toHaveLength(9);
});

test('of the service of a webhook, a server takes the namespace for the name', () => {
  const conversion = (service: object) => {
    const manifest = definition({ type: 'object' });
    const webhook = { clientConfig: { service }, conversionReviewVersions: ['v1'] };
    Object.assign(manifest.spec, { conversion: { strategy: 'Webhook', webhook } });
    return judge(manifest, { minor: 33 }).findings.map(({ path, at, message }) => [
      `${path}`,
      `${at}`,
      message,
    ]);
  };
  expect(conversion({ name: 'a' })).toEqual([
    [
      'spec.conversion.webhookClientConfig.service.name',
      'spec.conversion.webhook.clientConfig.service.namespace',
      'Required value: service name is required',
    ],
  ]);
  expect(conversion({ namespace: 'a' })).toMatchObject([
    [
      'spec.conversion.webhookClientConfig.service.namespace',
      'spec.conversion.webhook.clientConfig.service.name',
      'Required value: service namespace is required',
    ],
  ]);
});

test('without oldSelf, optionalOldSelf is refused', () => {
  const ruled = (rule: string) =>
    definition({ type: 'object', 'x-kubernetes-validations': [{ rule, optionalOldSelf: true }] });
  expect(causes(ruled('self == self'))).toEqual([
    '….x-kubernetes-validations[0].optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule',
  ]);
  expect(causes(ruled('!oldSelf.hasValue()'))).toEqual([]);
});

test('with a status, the root has no additionalProperties or additionalItems, even false', () => {
  const rootOf = (more: object) => {
    const manifest = definition({ type: 'object' }, { subresources: { status: {} } });
    Object.assign(manifest.spec.versions[0].schema.openAPIV3Schema, more);
    return causes(manifest).filter((text) => text.includes('fields are allowed at the root of the schema'));
  };
  expect(rootOf({ additionalItems: false })).toHaveLength(1);
  expect(rootOf({ additionalProperties: false })).toHaveLength(1);
  expect(rootOf({ $ref: '' })).toHaveLength(1);
  expect(rootOf({ nullable: false, id: '', uniqueItems: false })).toHaveLength(0);
});

test('before 1.34, structs are shown in the syntax of Go', () => {
  const manifest = definition({ type: 'object' }, { storage: false });
  expect(causes(manifest, 33)[0]).toBe(
    'spec.versions: Invalid value: []apiextensions.CustomResourceDefinitionVersion{apiextensions.CustomResourceDefinitionVersion{Name:"v1", Served:true, Storage:false, Deprecated:false, DeprecationWarning:(*string)(nil), Schema:(*apiextensions.CustomResourceValidation)(nil), Subresources:(*apiextensions.CustomResourceSubresources)(nil), AdditionalPrinterColumns:[]apiextensions.CustomResourceColumnDefinition(nil), SelectableFields:[]apiextensions.SelectableField(nil)}}: must have exactly one version marked as storage version',
  );
});

test('selectable fields are dropped by 1.30', () => {
  const manifest = definition({ type: 'object' }, { selectableFields: [{ jsonPath: '.spec.a' }] });
  expect([status(manifest, 30).ok, status(manifest, 31).ok]).toEqual([true, false]);
  const [dropped] = judge(manifest, { minor: 30 }).findings;
  expect(`${dropped.path}: ${dropped.message}`).toBe(
    'spec.versions[0].selectableFields: field is dropped: feature gate CustomResourceFieldSelectors is off by default in 1.30',
  );
});

test('warnings about formats come with 1.34, and about those of numbers with 1.36', () => {
  const manifest = definition({
    type: 'object',
    properties: { a: { type: 'string', format: 'x' }, b: { type: 'integer', format: 'double' } },
  });
  const texts = [33, 34, 36].map((minor) => status(manifest, minor).warnings);
  expect(texts).toEqual([
    [],
    ['unrecognized format "x"'],
    ['unrecognized format "x"', 'unrecognized format "double"'],
  ]);
});

test('what all versions say alike is named where a server has it, and shown in the first version', () => {
  const [finding] = judge(definition({ type: 'object', properties: { a: {} } }), { minor: 36 }).findings;
  expect([String(finding.path), String(finding.at)]).toEqual([
    'spec.validation.openAPIV3Schema.properties[spec].properties[a].type',
    'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[a].type',
  ]);
});

test('an object that a server returned', () => {
  const { object } = defaulted(definition({ type: 'object' }), { minor: 36 });
  expect(object).toMatchObject({
    spec: {
      conversion: { strategy: 'None' },
      names: { kind: 'Widget', listKind: 'WidgetList', plural: 'widgets', singular: 'widget' },
    },
    status: { acceptedNames: { kind: '', plural: '' }, conditions: null, storedVersions: ['v1'] },
  });
});

test('names of properties may be those of methods of objects', () => {
  const properties = JSON.parse('{"constructor":{"type":"string"},"__proto__":{"type":"string"}}') as object;
  const manifest = definition({
    type: 'object',
    required: ['toString'],
    properties,
    default: { toString: 'a' },
  });
  expect(causes(manifest)).toEqual([
    '….default: Invalid value: {"toString":"a"}: must not have unknown fields',
  ]);
});
