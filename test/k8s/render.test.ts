import { FIELDS } from '../../lib/k8s/names';
import { toManifest } from '../../lib/k8s/render';

test('fields get their Kubernetes names, at every depth', () => {
  expect(toManifest({
    hostPid: true,
    containers: [{ name: 'a', ports: [{ containerPort: 80, hostIp: '127.0.0.1' }] }],
    volumes: [{ name: 'v', downwardApi: { items: [] }, projected: { sources: [{ downwardApi: {} }] } }, { name: 'f', fc: { targetWwNs: ['x'] } }],
  }, 'PodSpec')).toEqual({
    hostPID: true,
    containers: [{ name: 'a', ports: [{ containerPort: 80, hostIP: '127.0.0.1' }] }],
    volumes: [{ name: 'v', downwardAPI: { items: [] }, projected: { sources: [{ downwardAPI: {} }] } }, { name: 'f', fc: { targetWWNs: ['x'] } }],
  });
});

test('what the table does not know goes through as it is', () => {
  expect(toManifest({ hostPID: true, imgae: 'x', containers: 'none', volumes: [null, 5] }, 'PodSpec')).toEqual({ hostPID: true, imgae: 'x', containers: 'none', volumes: [null, 5] });
});

test("maps are the user's own: their keys stay", () => {
  expect(toManifest({ nodeSelector: { hostPid: 'x' } }, 'PodSpec')).toEqual({ nodeSelector: { hostPid: 'x' } });
});

test('a field under both of its names is refused', () => {
  expect(() => toManifest({ hostPid: true, hostPID: false }, 'PodSpec')).toThrow('PodSpec has hostPID twice: as "hostPID" and under its other name; remove one');
});

test('a prototype key is no struct and no field', () => {
  expect(toManifest({ a: 1 }, 'constructor')).toEqual({ a: 1 });
  expect(toManifest(JSON.parse('{"__proto__": 1, "toString": 2}'), 'PodSpec')).toEqual(JSON.parse('{"__proto__": 1, "toString": 2}'));
});

test('fields are called as in the imports of cdk8s, where those have them', () => {
  const imports = require('cdk8s-plus-28/lib/imports/k8s') as { readonly [name: string]: unknown };
  const compared = Object.entries(FIELDS).flatMap(([struct, fields]) => {
    const toJson = imports[`toJson_${struct}`] as ((value: object) => object) | undefined;
    const renamed = Object.entries(fields).filter(([field, [key, held]]) => held === undefined && field !== key);
    return toJson ? renamed.map(([field, [key]]) => ({ struct, field, key, toJson })) : [];
  });
  expect(compared.length).toBeGreaterThan(10);
  for (const { struct, field, key, toJson } of compared) {
    expect([struct, field, Object.keys(toJson({ [field]: [] }))]).toEqual([struct, field, [key]]);
  }
});
