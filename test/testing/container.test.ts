import '../../lib/testing/jest';
import { failure } from '../support/failure';
import { podManifest, stackChart } from './samples';

test('a container of any part of a Pod, by some of its fields', () => {
  expect(stackChart()).toHaveContainer('api');
  expect(stackChart()).toHaveContainer('proxy', {
    restartPolicy: 'Always',
    image: expect.stringMatching(/^ghcr/),
  });
  expect(stackChart()).toHaveContainer(/gate/);
  expect(stackChart()).toHaveContainer('api', { resources: { limits: { memory: '64Mi' } } });
  expect(stackChart()).not.toHaveContainer('nginx');
  expect(stackChart()).not.toHaveContainer('api', { image: 'nginx' });
});

test.each([
  ['CronJob', 'batch/v1', (spec: object) => ({ jobTemplate: { spec: { template: { spec } } } })],
  ['Rollout', 'argoproj.io/v1alpha1', (spec: object) => ({ template: { spec } })],
  ['Pod', 'v1', (spec: object) => spec],
])('in a %s', (kind, apiVersion, specOf) => {
  expect({
    apiVersion,
    kind,
    metadata: { name: 'x' },
    spec: specOf({ initContainers: [{ name: 'init' }], containers: [{ name: 'app' }] }),
  }).toHaveContainer('init');
});

test('parts that are no containers are passed over', () => {
  expect({
    apiVersion: 'v1',
    kind: 'Pod',
    spec: { initContainers: 'x', containers: [null, { name: 'app' }] },
  }).toHaveContainer('app');
  expect({ apiVersion: 'v1', kind: 'Pod', spec: null }).not.toHaveContainer('app');
});

test('another name', () => {
  expect(failure(() => expect(stackChart()).toHaveContainer('prxy'))).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    Expected a container "prxy", but found only:
      init container "init-gate" in Deployment demo-web (construct demo/web)
      native sidecar "proxy" in Deployment demo-web (construct demo/web)
      container "api" in Deployment demo-web (construct demo/web)

    Did you mean "proxy"?"
  `);
});

test('resources without containers', () => {
  expect(
    failure(() =>
      expect({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }).toHaveContainer('app'),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    Expected a container "app", but found none in:
      Namespace shop"
  `);
});

test('no resource', () => {
  expect(failure(() => expect([]).toHaveContainer('app'))).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    Expected a container "app", but found no resources"
  `);
});

test('fields that differ', () => {
  const partial = {
    image: 'ghcr.io/acme/api:1.4.3',
    imagePullPolicy: expect.any(String),
    resources: { limits: { memory: '64Mi' } },
  };
  expect(failure(() => expect(stackChart()).toHaveContainer('api', partial))).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    The container "api" in Deployment demo-web (construct demo/web) differs:

    - Expected
    + Received

      Object {
    -   "image": "ghcr.io/acme/api:1.4.3",
    -   "imagePullPolicy": Any<String>,
    +   "image": "ghcr.io/acme/api:1.4.2",
        "resources": Object {
          "limits": Object {
            "memory": "64Mi",
          },
        },
      }

    no field imagePullPolicy

      17 |       containers:
    > 18 |         - image: ghcr.io/acme/api:1.4.2
         |           ^
      19 |           name: api"
  `);
});

test('fields within expect.objectContaining that differ', () => {
  const partial = { resources: expect.objectContaining({ limits: { memory: '128Mi' } }) };
  expect(failure(() => expect(stackChart()).toHaveContainer('api', partial))).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    The container "api" in Deployment demo-web (construct demo/web) differs:

    - Expected
    + Received

      Object {
    -   "resources": ObjectContaining {
    +   "resources": Object {
          "limits": Object {
    -       "memory": "128Mi",
    +       "memory": "64Mi",
          },
        },
      }

      21 |             limits:
    > 22 |               memory: 64Mi
         |               ^
      23 |             requests:"
  `);
});

test('items that differ', () => {
  const manifest = podManifest({
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
  });
  expect(manifest).toHaveContainer('api', { env: [{ name: 'A' }, { value: '2' }] });
  expect(manifest).toHaveContainer('api', { env: expect.arrayContaining([{ name: 'B', value: '2' }]) });
  expect(
    failure(() =>
      expect(manifest).toHaveContainer('api', { env: [{ name: 'A' }, { name: 'B', value: '3' }] }),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    The container "api" in Pod web differs:

    - Expected
    + Received

      Object {
        "env": Array [
          Object {
            "name": "A",
          },
          Object {
            "name": "B",
    -       "value": "3",
    +       "value": "2",
          },
        ],
      }

      18 |         - name: B
    > 19 |           value: "2"
         |           ^"
  `);
  expect(failure(() => expect(manifest).toHaveContainer('api', { env: [{ name: 'A' }] })))
    .toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    The container "api" in Pod web differs:

    - Expected
    + Received

      Object {
        "env": Array [
          Object {
            "name": "A",
    +       "value": "1",
    +     },
    +     Object {
    +       "name": "B",
    +       "value": "2",
          },
        ],
      }

    env has 2 items, not 1: expect.arrayContaining([expect.objectContaining({ … })]) accepts a longer list

      14 |           memory: 64Mi
    > 15 |       env:
         |       ^
      16 |         - name: A"
  `);
});

test('by .not, it is there', () => {
  expect(failure(() => expect(stackChart()).not.toHaveContainer('proxy', { restartPolicy: 'Always' })))
    .toMatchInlineSnapshot(`
    "expect(received).not.toHaveContainer(name, partial)

    Expected no container "proxy" with these fields, but found:

    native sidecar "proxy" in Deployment demo-web (construct demo/web)
      102 |         - image: ghcr.io/acme/proxy:2
    > 103 |           name: proxy
          |           ^
      104 |           resources:"
  `);
});

test('a field that is spelt otherwise is told with what is meant', () => {
  expect(failure(() => expect(stackChart()).toHaveContainer('proxy', { imgae: 'x' } as never))).toContain(
    'no field imgae: did you mean "image"?',
  );
});

test('misuse fails, with and without .not', () => {
  expect(failure(() => (expect(stackChart()) as any).not.toHaveContainer())).toMatchInlineSnapshot(`
    "expect(received).not.toHaveContainer(name, partial)

    Matcher error: the name must be a string, a regular expression or an asymmetric matcher, not undefined"
  `);
  expect(failure(() => (expect(stackChart()) as any).toHaveContainer('api', [{ image: 'nginx' }])))
    .toMatchInlineSnapshot(`
    "expect(received).toHaveContainer(name, partial)

    Matcher error: the fields to match must be an object, not [{"image":"nginx"}]"
  `);
  expect(failure(() => expect(null).not.toHaveContainer('api'))).toMatchInlineSnapshot(`
    "expect(received).not.toHaveContainer(name, partial)

    Matcher error: received is null.
    Pass an App, a Chart, another construct, a manifest with apiVersion and kind, an array of these, or a YAML string."
  `);
});
