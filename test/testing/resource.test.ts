import '../../lib/testing/jest';
import { failure } from '../support/failure';
import { podManifest, stackChart } from './samples';

test('a resource by kind and name, and by some of its fields', () => {
  expect(stackChart()).toHaveResource('Deployment', 'demo-web');
  expect(stackChart()).toHaveResource('Deployment', /^demo-/);
  expect(stackChart()).toHaveResource('Deployment', expect.stringContaining('web'), {
    spec: { replicas: 2 },
  });
  expect(stackChart()).toHaveResource('Deployment', 'demo-web', {
    apiVersion: 'apps/v1',
    spec: expect.objectContaining({ replicas: expect.any(Number) }),
  });
  expect(stackChart()).not.toHaveResource('Deployment', 'demo-api');
  expect(stackChart()).not.toHaveResource('Deployment', 'demo-web', { spec: { replicas: 3 } });
  expect([]).not.toHaveResource('Deployment', 'demo-web');
});

test('a regular expression with a state of its own', () => {
  const name = /web/g;
  expect(podManifest()).toHaveResource('Pod', name);
  expect(podManifest()).toHaveResource('Pod', name);
});

test('a generated name', () => {
  expect({ ...podManifest(), metadata: { generateName: 'web-' } }).toHaveResource('Pod', 'web-*');
});

test('another name', () => {
  expect(failure(() => expect(stackChart()).toHaveResource('Deployment', 'web'))).toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Expected Deployment "web", but found only:
      Deployment demo-web (construct demo/web)

    Did you mean "demo-web"?"
  `);
});

test('another kind', () => {
  expect(failure(() => expect([...stackChart().toJson(), podManifest()]).toHaveResource('Deploymnet', /web/)))
    .toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Expected Deploymnet /web/, but found only:
      Deployment demo-web
      Pod web

    Did you mean the kind "Deployment"?"
  `);
});

test('no resources', () => {
  expect(failure(() => expect([]).toHaveResource('Pod', 'web'))).toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Expected Pod "web", but found no resources"
  `);
});

test('fields that differ', () => {
  const partial = {
    spec: {
      replicas: 3,
      paused: true,
      selector: expect.any(Object),
      template: { spec: { containers: [{ image: 'nginx' }] } },
    },
  };
  expect(failure(() => expect(stackChart()).toHaveResource('Deployment', 'demo-web', partial)))
    .toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Deployment demo-web (construct demo/web) differs:

    - Expected
    + Received

      Object {
        "spec": Object {
    -     "paused": true,
    -     "replicas": 3,
    +     "replicas": 2,
          "selector": Any<Object>,
          "template": Object {
            "spec": Object {
              "containers": Array [
                Object {
    -             "image": "nginx",
    +             "image": "ghcr.io/acme/api:1.4.2",
                },
              ],
            },
          },
        },
      }

    no field spec.paused

      7 | spec:
    > 8 |   replicas: 2
        |   ^
      9 |   selector:"
  `);
});

test('a field that is not there', () => {
  expect(
    failure(() =>
      expect(podManifest()).toHaveResource('Pod', 'web', { metadata: { labels: { app: 'web' } } }),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Pod web differs:

    - Expected
    + Received

      Object {
    -   "metadata": Object {
    -     "labels": Object {
    -       "app": "web",
    -     },
    -   },
    +   "metadata": Object {},
      }

    no field metadata.labels

      2 | kind: Pod
    > 3 | metadata:
        | ^
      4 |   name: web"
  `);
});

test('fields of a text are shown where they stand in it', () => {
  const list =
    'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- apiVersion: v1\n  kind: Namespace\n  metadata:\n    name: b\n    labels: {x: y}\n';
  expect(list).toHaveResource('Namespace', 'a');
  expect(failure(() => expect(list).toHaveResource('Namespace', 'b', { metadata: { labels: { x: 'z' } } })))
    .toMatchInlineSnapshot(`
    "expect(received).toHaveResource(kind, name, partial)

    Namespace b differs:

    - Expected
    + Received

      Object {
        "metadata": Object {
          "labels": Object {
    -       "x": "z",
    +       "x": true,
          },
        },
      }

      8 |     name: b
    > 9 |     labels: {x: y}
        |              ^"
  `);
});

test('by .not, it is there', () => {
  expect(failure(() => expect(stackChart()).not.toHaveResource('Deployment', 'demo-web')))
    .toMatchInlineSnapshot(`
    "expect(received).not.toHaveResource(kind, name, partial)

    Expected no Deployment "demo-web", but found:

    Deployment demo-web (construct demo/web)
      1 | apiVersion: apps/v1
    > 2 | kind: Deployment
        | ^
      3 | metadata:"
  `);
  expect(failure(() => expect(podManifest()).not.toHaveResource('Pod', /w/, { metadata: { name: 'web' } })))
    .toMatchInlineSnapshot(`
    "expect(received).not.toHaveResource(kind, name, partial)

    Expected no Pod /w/ with these fields, but found:

    Pod web
      1 | apiVersion: v1
    > 2 | kind: Pod
        | ^
      3 | metadata:"
  `);
});

test.each<[string, unknown[], string]>([
  [
    'a field that is spelt otherwise',
    ['Deployment', 'demo-web', { spec: { replica: 2 } }],
    'no field spec.replica: did you mean "replicas"?',
  ],
  [
    'a field of the spec',
    ['Deployment', 'demo-web', { replicas: 2 }],
    'no field replicas: did you mean "spec.replicas"?',
  ],
  [
    'a list with more',
    ['Deployment', 'demo-web', { spec: { template: { spec: { initContainers: [{ name: 'proxy' }] } } } }],
    'spec.template.spec.initContainers has 2 items, not 1: expect.arrayContaining([expect.objectContaining({ … })]) accepts a longer list',
  ],
  [
    'a kind with its version',
    ['apps/v1/Deployment', 'demo-web'],
    'Specify a kind without its apiVersion: "Deployment"',
  ],
  [
    'a name in the place of the kind',
    ['demo-web', 'Deployment'],
    'The first argument is the kind, the second the name.',
  ],
  [
    'part of a name',
    ['Deployment', expect.stringContaining('api')],
    'Expected Deployment StringContaining "api", but found only:',
  ],
  [
    'a pattern for a name',
    ['Deployment', expect.stringMatching(/^api/)],
    'Expected Deployment StringMatching /^api/, but found only:',
  ],
])('%s is told with what is meant', (_, expected, told) => {
  expect(failure(() => (expect(stackChart()) as any).toHaveResource(...expected))).toContain(told);
});

test('a list with more is taken as the message says', () => {
  expect(stackChart()).toHaveResource('Deployment', 'demo-web', {
    spec: {
      template: {
        spec: { initContainers: expect.arrayContaining([expect.objectContaining({ name: 'proxy' })]) },
      },
    },
  });
});

describe('misuse fails, with and without .not', () => {
  const bad: readonly (readonly [what: string, received: unknown, expected: readonly unknown[]])[] = [
    ['no kind', podManifest(), [undefined, 'web']],
    ['no name', podManifest(), ['Pod']],
    ['an empty name', podManifest(), ['Pod', '']],
    ['fields that are none', podManifest(), ['Pod', 'web', 'spec']],
    ['a text that does not parse', 'a: b: c', ['Pod', 'web']],
    ['what holds no manifests', { metadata: {} }, ['Pod', 'web']],
  ];
  test.each(bad)('%s', (_, received, expected) => {
    const message = failure(() => (expect(received) as any).toHaveResource(...expected));
    expect(
      failure(() => (expect(received) as any).not.toHaveResource(...expected))
        .split('\n')
        .slice(1),
    ).toEqual(message.split('\n').slice(1));
    expect(message).toMatchSnapshot();
  });
});
