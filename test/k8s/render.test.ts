import { FIELDS } from '../../lib/k8s/names';
import { rendersAs, type RenderOptions, toManifest } from '../../lib/k8s/render';

const OPTIONS: RenderOptions = { sorted: false, resolve: (value) => value };

const render = (spec: object, struct = 'PodSpec', options = OPTIONS) =>
  (toManifest({ spec }, { spec: struct }, options) as { readonly spec: object }).spec;

test('fields get their Kubernetes names, at every depth', () => {
  expect(
    render({
      hostPid: true,
      containers: [{ name: 'a', ports: [{ containerPort: 80, hostIp: '127.0.0.1' }] }],
      volumes: [
        { name: 'v', downwardApi: { items: [] }, projected: { sources: [{ downwardApi: {} }] } },
        { name: 'f', fc: { targetWwNs: ['x'] } },
      ],
    }),
  ).toEqual({
    hostPID: true,
    containers: [{ name: 'a', ports: [{ containerPort: 80, hostIP: '127.0.0.1' }] }],
    volumes: [
      { name: 'v', downwardAPI: { items: [] }, projected: { sources: [{ downwardAPI: {} }] } },
      { name: 'f', fc: { targetWWNs: ['x'] } },
    ],
  });
});

test('what the table does not know goes through as it is', () => {
  expect(render({ hostPID: true, imgae: 'x', containers: 'none', volumes: [null, 5] })).toEqual({
    hostPID: true,
    imgae: 'x',
    containers: 'none',
    volumes: [null, 5],
  });
});

test("maps are the user's own: their keys stay", () => {
  expect(render({ nodeSelector: { hostPid: 'x' } })).toEqual({ nodeSelector: { hostPid: 'x' } });
});

test('a field under both of its names is refused', () => {
  expect(() => render({ hostPid: true, hostPID: false })).toThrow(
    'PodSpec sets hostPID twice: as "hostPid" and under its alias; remove one',
  );
});

test('what is undefined is left out, under either name; null stays', () => {
  expect(render({ hostPid: true, hostPID: undefined, hostname: undefined, subdomain: null })).toEqual({
    hostPID: true,
    subdomain: null,
  });
});

test('keys are sorted as they stand in the manifest, where asked', () => {
  expect(
    Object.keys(render({ hostPid: true, hostPZ: 1, hostA: 2 }, 'PodSpec', { ...OPTIONS, sorted: true })),
  ).toEqual(['hostA', 'hostPID', 'hostPZ']);
});

test('what stands for data is resolved before its fields get their names', () => {
  class Later {}
  const options: RenderOptions = {
    sorted: false,
    resolve: (value) => (value instanceof Later ? [{ containerPort: 80, hostIp: '::1' }] : value),
  };
  expect(render({ containers: [{ name: 'a', ports: new Later() }] }, 'PodSpec', options)).toEqual({
    containers: [{ name: 'a', ports: [{ containerPort: 80, hostIP: '::1' }] }],
  });
});

test('what is no data is refused, with its place', () => {
  expect(() => render({ containers: [{ name: new Date(0) }] })).toThrow(
    'spec.containers[0].name is an instance of Date: a manifest can only contain plain values; use ….toISOString()',
  );
  expect(() => render({ hostname: () => 'a' })).toThrow(
    'spec.hostname is a function: a manifest can only contain plain values; call it: …()',
  );
});

test('a prototype key is no struct and no field', () => {
  expect(render({ a: 1 }, 'constructor')).toEqual({ a: 1 });
  expect(render(JSON.parse('{"__proto__": 1, "toString": 2}'))).toEqual(
    JSON.parse('{"__proto__": 1, "toString": 2}'),
  );
});

test('fields are called as in the imports of cdk8s, where those have them', () => {
  const imports = require('cdk8s-plus-28/lib/imports/k8s') as { readonly [name: string]: unknown };
  const compared = Object.entries(FIELDS).flatMap(([struct, fields]) => {
    const toJson = imports[`toJson_${struct}`] as ((value: object) => object) | undefined;
    const renamed = Object.entries(fields).filter(
      ([field, [key, held]]) => held === undefined && field !== key,
    );
    return toJson ? renamed.map(([field, [key]]) => ({ struct, field, key, toJson })) : [];
  });
  expect(compared.length).toBeGreaterThan(10);
  for (const { struct, field, key, toJson } of compared) {
    expect([struct, field, Object.keys(toJson({ [field]: [] }))]).toEqual([struct, field, [key]]);
  }
});

test.each<[string, object, object, boolean]>([
  ['the same under its other name', { hostPid: true, hostname: undefined }, { hostPID: true }, true],
  ['another value', { hostPid: true }, { hostPID: false }, false],
  ['a field more', { hostPid: true, hostIpc: true }, { hostPID: true }, false],
  ['a field less', {}, { hostPID: true }, false],
  ['a list for a map', { nodeSelector: { 0: 'a' } }, { nodeSelector: ['a'] }, false],
  ['a shorter list', { containers: [] }, { containers: [{ name: 'a' }] }, false],
  ['a null for a map', { nodeSelector: null }, { nodeSelector: {} }, false],
  ['something to be resolved', { hostname: new Date(0) }, { hostname: {} }, false],
])('whether a value still renders as it did: %s', (_, spec, manifest, expected) => {
  expect(rendersAs({ spec }, { spec: 'PodSpec' }, { spec: manifest })).toBe(expected);
});
