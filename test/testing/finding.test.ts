import '../../lib/testing/jest';
import { failure } from '../support/failure';
import { badChart, podManifest, stackChart } from './samples';

test('a finding of a rule, anywhere or at a path', () => {
  expect(badChart()).toHaveFinding('container-ports');
  expect(badChart()).toHaveFinding('container-ports', 'spec.containers[0].ports[0].containerPort');
  expect(badChart()).toHaveFinding('container-ports', /containerPort$/);
  expect(badChart()).toHaveFinding('unknown-field', expect.stringContaining('imgae'));
  expect(badChart()).not.toHaveFinding('image-tag');
  expect(badChart()).not.toHaveFinding('container-ports', 'spec.containers[1].ports[0].containerPort');
});

test.each([
  [
    'an annotation',
    {
      ...podManifest({ image: 'nginx' }),
      metadata: { name: 'web', annotations: { 'ignore.pod-patterns/image-tag': '' } },
    },
  ],
  [
    'a comment',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: api\n    image: nginx # pod-patterns: ignore stop-signal, image-tag\n',
  ],
])('what %s suppresses is told of', (_, manifest) => {
  expect(failure(() => expect(manifest).toHaveFinding('image-tag'))).toContain(
    'The YAML of Pod web suppresses image-tag.',
  );
  expect(failure(() => expect(manifest).toHaveFinding('image-registry'))).not.toContain('A suppression');
});

test('by options', () => {
  expect(podManifest()).toHaveFinding('pod-security-allow-privilege-escalation', undefined, {
    podSecurity: 'restricted',
  });
  expect(podManifest()).not.toHaveFinding('pod-security-allow-privilege-escalation');
});

test('there are only others', () => {
  expect(failure(() => expect(badChart()).toHaveFinding('image-tag'))).toMatchInlineSnapshot(`
    "expect(received).toHaveFinding(rule, path)

    Expected a finding of image-tag, but found only other rules:
      error: unknown-field in Pod demo-web at spec.containers[0].imgae
      error: container-ports in Pod demo-web at spec.containers[0].ports[0].containerPort"
  `);
});

test('it is elsewhere', () => {
  expect(
    failure(() =>
      expect(badChart()).toHaveFinding('container-ports', 'spec.containers[1].ports[0].containerPort'),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).toHaveFinding(rule, path)

    Expected a finding of container-ports at "spec.containers[1].ports[0].containerPort", but it was found elsewhere:

    error: container-ports in Pod demo-web (construct demo/web, test/testing/samples.ts:33:3)
        10 |       ports:
      > 11 |         - containerPort: 70000
           |                          ^
        12 |       resources:
      spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive
      → use a port from 1 to 65535"
  `);
});

test('there is none at all', () => {
  expect(failure(() => expect(stackChart()).toHaveFinding('image-tag', /image/))).toMatchInlineSnapshot(`
    "expect(received).toHaveFinding(rule, path)

    Expected a finding of image-tag at /image/, but there are no findings."
  `);
});

test('by .not, there is one', () => {
  expect(failure(() => expect(podManifest({ image: 'nginx' })).not.toHaveFinding('image-tag')))
    .toMatchInlineSnapshot(`
    "expect(received).not.toHaveFinding(rule, path)

    Expected no finding of image-tag, but found:

    warning: image-tag in Pod web
        7 |     - name: api
      > 8 |       image: nginx
          |              ^
        9 |       resources:
      spec.containers[0].image: "nginx" has no tag, which means "latest"
      → use a version, such as "nginx:1.2.3", or a digest"
  `);
});

test('the other place of a name that is there twice', () => {
  const manifest = podManifest();
  const [container] = manifest.spec.containers;
  expect(
    failure(() =>
      expect({ ...manifest, spec: { containers: [container, container] } }).not.toHaveFinding(
        'container-name-unique',
      ),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).not.toHaveFinding(rule, path)

    Expected no finding of container-name-unique, but found:

    error: container-name-unique in Pod web
        7 |     - &a1
      > 8 |       name: api
          |             ^
        9 |       image: ghcr.io/acme/api:1.4.2
      spec.containers[1].name: Duplicate value: "api"
      spec.containers[0].name: the other one is here
      → rename it: spec.containers[0] has the same name"
  `);
});

describe('misuse fails, with and without .not', () => {
  const bad: readonly (readonly [what: string, expected: readonly unknown[]])[] = [
    ['an unknown rule', ['image-tagg']],
    ['no rule', [undefined]],
    ['options in the place of the path', ['image-tag', { kubernetesVersion: '1.34' }]],
    ['a rule that is off', ['image-tag', undefined, { rules: { 'image-tag': 'off' } }]],
    ['an unknown version', ['image-tag', undefined, { kubernetesVersion: 'latest' }]],
    ['an unknown option', ['image-tag', undefined, { allowWarnings: true }]],
  ];
  test.each(bad)('%s', (_, expected) => {
    const message = failure(() => (expect(podManifest()) as any).toHaveFinding(...expected));
    expect(
      failure(() => (expect(podManifest()) as any).not.toHaveFinding(...expected))
        .split('\n')
        .slice(1),
    ).toEqual(message.split('\n').slice(1));
    expect(message).toMatchSnapshot();
  });

  test('nothing to judge', () => {
    expect(failure(() => expect([podManifest()].slice(1)).not.toHaveFinding('image-tag')))
      .toMatchInlineSnapshot(`
      "expect(received).not.toHaveFinding(rule, path)

      Matcher error: no manifests in the received value: nothing to validate"
    `);
  });
});
