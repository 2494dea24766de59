import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import '../../lib/testing/jest';
import { type Deployment, Pod, Validation } from '../../lib';
import { failure } from '../support/failure';
import { badChart, loggingChart, MAIN, podManifest, stackChart } from './samples';

const yaml = (port: number) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: api
    image: ghcr.io/acme/api:1.4.2
    ports:
    - containerPort: ${port}
`;

describe('what it takes', () => {
  const chart = stackChart();
  test('an App', () => expect(chart.node.root).toBeValidManifests());
  test('a Chart', () => expect(chart).toBeValidManifests());
  test('a workload', () => expect(chart.node.findChild('web')).toBeValidManifests());
  test('an ApiObject', () =>
    expect((chart.node.findChild('web') as Deployment).apiObject).toBeValidManifests());
  test('manifests', () => expect(chart.toJson()).toBeValidManifests());
  test('a manifest', () => expect(podManifest()).toBeValidManifests());
  test('a list', () =>
    expect({ apiVersion: 'v1', kind: 'List', items: [podManifest()] }).toBeValidManifests());
  test('a YAML text', () => expect(`${yaml(80)}---\n${yaml(8080)}`).toBeValidManifests());
  test('constructs and manifests together', () => expect([chart, podManifest()]).toBeValidManifests());
  test('a promise of them', () => expect(Promise.resolve(chart)).resolves.toBeValidManifests());
});

test('errors are shown with their lines, of constructs with their path', () => {
  expect(failure(() => expect(badChart()).toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 2 errors:

    error: unknown-field in Pod demo-web (construct demo/web, test/testing/samples.ts:33:3)
        7 |     - image: ghcr.io/acme/api:1.4.2
      > 8 |       imgae: nginx
          |       ^
        9 |       name: api
      spec.containers[0].imgae: unknown field "spec.containers[0].imgae"
      → did you mean "image"? That is set already: remove one of them

    error: container-ports in Pod demo-web (construct demo/web, test/testing/samples.ts:33:3)
        10 |       ports:
      > 11 |         - containerPort: 70000
           |                          ^
        12 |       resources:
      spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive
      → use a port from 1 to 65535"
  `);
});

test('errors of a text are shown where they stand in it', () => {
  expect(failure(() => expect(`${yaml(80)}---\n${yaml(70000)}`).toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 1 error:

    error: container-ports in Pod web
        20 |     ports:
      > 21 |     - containerPort: 70000
           |                      ^
      spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive
      → use a port from 1 to 65535"
  `);
});

test('a text that does not parse', () => {
  expect(failure(() => expect('kind: Pod\nmetadata: a: x').toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 1 error:

    error: yaml-syntax in a manifest
        1 | kind: Pod
      > 2 | metadata: a: x
          |            ^
      mapping values are not allowed in this context
      → give sibling keys the same indentation, and quote values that contain ": ""
  `);
});

test('what a pattern brought names the pattern', () => {
  expect(failure(() => expect(loggingChart()).toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 1 warning:

    warning: image-tag in Pod demo-web (construct demo/web, test/testing/samples.ts:40:3)
        56 |         - log-sidecar
      > 57 |       image: busybox
           |              ^
        58 |       name: log-sidecar
      spec.initContainers[0].image: "busybox" has no tag, which means "latest"
      → use a version, such as "busybox:1.2.3", or a digest
      added by LogSidecar, test/testing/samples.ts:42:16

    There are only warnings: use { allowWarnings: true } to accept them."
  `);
});

test('an error in an item of a list', () => {
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    items: [podManifest(), podManifest({ ports: [{ containerPort: 0 }] })],
  };
  expect(failure(() => expect(list).toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 1 error:

    error: container-ports in Pod web
        15 |       ports:
      > 16 |         - containerPort: 0
           |                          ^
      spec.containers[0].ports[0].containerPort: Required value
      → set the port that the container listens on"
  `);
});

test('warnings count, unless they are allowed', () => {
  const manifest = podManifest({ image: 'nginx' });
  expect(failure(() => expect(manifest).toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 1 warning:

    warning: image-tag in Pod web
        7 |     - name: api
      > 8 |       image: nginx
          |              ^
        9 |       resources:
      spec.containers[0].image: "nginx" has no tag, which means "latest"
      → use a version, such as "nginx:1.2.3", or a digest

    There are only warnings: use { allowWarnings: true } to accept them."
  `);
  expect(manifest).toBeValidManifests({ allowWarnings: true });
  expect(manifest).toBeValidManifests({ rules: { 'image-tag': 'off' } });
});

test('of many findings, the first are shown with their lines', () => {
  const ports = Array.from({ length: 13 }, (_, index) => ({ containerPort: 70000 + index }));
  const message = failure(() => expect(podManifest({ ports })).toBeValidManifests());
  expect(message.slice(message.lastIndexOf('70009:'))).toMatchInlineSnapshot(`
    "70009: must be between 1 and 65535, inclusive
      → use a port from 1 to 65535

    error: container-ports in Pod web at spec.containers[0].ports[10].containerPort
    error: container-ports in Pod web at spec.containers[0].ports[11].containerPort
    error: container-ports in Pod web at spec.containers[0].ports[12].containerPort"
  `);
});

test('the version and the Pod Security level are those of the options', () => {
  const manifest = { ...podManifest(), spec: { ...podManifest().spec, hostnameOverride: 'web' } };
  expect(manifest).toBeValidManifests({ kubernetesVersion: '1.35' });
  expect(manifest).not.toBeValidManifests({ kubernetesVersion: '1.33' });
  expect(failure(() => expect(podManifest()).toBeValidManifests({ podSecurity: 'restricted' })))
    .toMatchInlineSnapshot(`
    "expect(received).toBeValidManifests(options)

    Found 4 errors:

    error: pod-security-allow-privilege-escalation in Pod web
        6 |   containers:
      > 7 |     - name: api
          |       ^
        8 |       image: ghcr.io/acme/api:1.4.2
      spec.containers[0].securityContext.allowPrivilegeEscalation: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "api" must set securityContext.allowPrivilegeEscalation=false)
      → set allowPrivilegeEscalation: false

    error: pod-security-capabilities-restricted in Pod web
        6 |   containers:
      > 7 |     - name: api
          |       ^
        8 |       image: ghcr.io/acme/api:1.4.2
      spec.containers[0].securityContext.capabilities.drop: violates PodSecurity "restricted:latest": unrestricted capabilities (container "api" must set securityContext.capabilities.drop=["ALL"])
      → set drop: [ALL]

    error: pod-security-run-as-non-root in Pod web
        4 |   name: web
      > 5 | spec:
          | ^
        6 |   containers:
      spec.securityContext.runAsNonRoot: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "api" must set securityContext.runAsNonRoot=true)
      → set runAsNonRoot: true in the Pod's securityContext

    error: pod-security-seccomp-restricted in Pod web
        4 |   name: web
      > 5 | spec:
          | ^
        6 |   containers:
      spec.securityContext.seccompProfile: violates PodSecurity "restricted:latest": seccompProfile (pod or container "api" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")
      → set seccompProfile: {type: RuntimeDefault} in the Pod's securityContext"
  `);
});

test('constructs are judged by what their app was told', () => {
  const app = new App();
  const chart = new Chart(app, 'demo');
  new Pod(chart, 'web', { main: { ...MAIN, image: 'nginx' } });
  expect(app).not.toBeValidManifests();
  Validation.of(app).configure({
    rules: { 'image-tag': 'off' },
    kubernetesVersion: '1.33',
    podSecurity: 'restricted',
  });
  expect(app).not.toBeValidManifests();
  expect(app).toBeValidManifests({ podSecurity: 'privileged' });
  expect(app).not.toBeValidManifests({ podSecurity: 'privileged', rules: { 'image-tag': 'warning' } });
});

test('namespaces of the app ask for their Pod Security level', () => {
  const chart = new Chart(new App(), 'demo');
  const pod = new Pod(chart, 'web', { main: MAIN, metadata: { namespace: 'shop' } });
  expect(pod).toBeValidManifests();
  new ApiObject(chart, 'shop', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  expect(pod).not.toBeValidManifests();
});

test('objects of cdk8s-plus', () => {
  const chart = new Chart(new App(), 'demo');
  new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.27', portNumber: 8080 }] });
  expect(chart).toBeValidManifests();
});

test('a construct that is changed is judged anew', () => {
  const chart = stackChart();
  const web = chart.node.findChild('web') as Deployment;
  expect(web).toBeValidManifests();
  web.template.addContainer({ name: 'api' });
  expect(web).not.toBeValidManifests();
});

test('by .not, all valid', () => {
  expect(failure(() => expect(stackChart()).not.toBeValidManifests())).toMatchInlineSnapshot(`
    "expect(received).not.toBeValidManifests(options)

    Expected invalid manifests, but all are valid:
      Deployment demo-web (construct demo/web)"
  `);
});

test('of many findings, errors are shown in full before warnings', () => {
  const manifests = Array.from({ length: 12 }, (_, number) =>
    podManifest({ image: 'nginx', ports: [{ containerPort: 70000 + number }] }),
  );
  const lines = failure(() => expect(manifests).toBeValidManifests())
    .split('\n')
    .filter((line) => /^(error|warning):/.test(line));
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    ...Array<string>(12).fill('error'),
    ...Array<string>(12).fill('warning'),
  ]);
});

describe('misuse fails, with and without .not', () => {
  const bad: readonly (readonly [what: string, received: unknown, options?: unknown])[] = [
    ['nothing', undefined],
    ['an object that is no manifest', { name: 'api', image: 'nginx' }],
    ['an instance', stackChart().node],
    ['a promise', Promise.resolve()],
    ['a function', stackChart],
    ['a class', Pod],
    ['a number', 7],
    ['a path', 'dist/app.k8s.yaml'],
    ['a list in YAML', '- a\n- b\n'],
    ['no manifests', []],
    ['an empty text', '# nothing\n'],
    ['an App without objects', new App()],
    ['an item that is none', [podManifest(), null]],
    ['a text among others', [podManifest(), 'kind: Pod']],
    ['an unknown version', podManifest(), { kubernetesVersion: '1.99' }],
    ['a version that is a number', podManifest(), { kubernetesVersion: 1.3 }],
    ['an unknown option', podManifest(), { kubernetesVerison: '1.34' }],
    ['an unknown level', podManifest(), { podSecurity: 'strict' }],
    ['an unknown rule', podManifest(), { rules: { 'image-tags': 'off' } }],
    ['options that are none', podManifest(), '1.34'],
  ];
  test.each(bad.map(([what, received, options]) => ({ what, received, options })))(
    '$what',
    ({ received, options }) => {
      const message = failure(() => expect(received).toBeValidManifests(options as never));
      expect(
        failure(() => expect(received).not.toBeValidManifests(options as never))
          .split('\n')
          .slice(1),
      ).toEqual(message.split('\n').slice(1));
      expect(message).toMatchSnapshot();
    },
  );
});
