import { judge } from '../../../lib/validate/engine';

const text = { type: 'string' };
const lists = Object.fromEntries(
  ['args', 'env', 'ports', 'volumeMounts'].map((field) => [
    field,
    { type: 'array', items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
  ]),
);

const crdWith = (spec: object) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gadgets.example.com' },
  spec: {
    group: 'example.com',
    names: { kind: 'Gadget', plural: 'gadgets' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
      },
    ],
  },
});

const container = {
  type: 'object',
  properties: {
    name: text,
    image: text,
    own: text,
    imagePullPolicy: text,
    livenessProbe: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    ...lists,
  },
};

const template = {
  type: 'object',
  properties: {
    metadata: { type: 'object' },
    spec: { type: 'object', properties: { containers: { type: 'array', items: container } } },
  },
};

const CRD = crdWith({
  type: 'object',
  properties: { tasks: { type: 'array', items: { type: 'object', properties: { template } } } },
});

function errors(crd: object, given: object): string[] {
  const manifest = {
    apiVersion: 'example.com/v1',
    kind: 'Gadget',
    metadata: { name: 'a' },
    spec: { tasks: [{ template: { spec: { containers: [given] } } }] },
  };
  return judge(manifest, { minor: 37, crds: [crd] })
    .findings.filter(({ level }) => level === 'error')
    .map(({ rule, path }) => `${rule} ${path.toString()}`);
}

const AT = 'spec.tasks[0].template.spec.containers[0]';

test('a template in the schema is recognized by its fields', () => {
  expect(errors(CRD, { name: 'a', image: 'a:1' })).toEqual([]);
  expect(errors(CRD, { name: 'A_b', image: 'a:1' })).toEqual([`container-name ${AT}.name`]);
  expect(errors(CRD, { name: 'a', imagePullPolicy: 'Sometimes' })).toEqual([
    `container-image ${AT}.imagePullPolicy`,
  ]);
});

test('what the controller may add is not missed', () => {
  expect(errors(CRD, { volumeMounts: [{ name: 'data', mountPath: '/data' }] })).toEqual([]);
});

test('fields that the schema names are known, others are reported once', () => {
  expect(errors(CRD, { name: 'a', own: 'x' })).toEqual([]);
  expect(errors(CRD, { name: 'a', imag: 'a:1' })).toEqual([`unknown-field ${AT}.imag`]);
});

test('fields that a schema keeps without naming them are those of a Pod', () => {
  expect(errors(CRD, { name: 'a', livenessProbe: { httpget: { port: 1 } } })).toContain(
    `unknown-field ${AT}.livenessProbe.httpget`,
  );
});

test('a schema of other things has no Pods', () => {
  const { livenessProbe, ...properties } = container.properties;
  expect(livenessProbe).toBeDefined();
  const items = { ...container, properties };
  const other = {
    type: 'object',
    properties: {
      metadata: { type: 'object' },
      spec: { type: 'object', properties: { containers: { type: 'array', items } } },
    },
  };
  const crd = crdWith({
    type: 'object',
    properties: { tasks: { type: 'array', items: { type: 'object', properties: { template: other } } } },
  });
  expect(errors(crd, { name: 'A_b', image: 'a:1' })).toEqual([]);
});
