import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { readFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../lib/testing/jest';
import { yamlSerializer } from '../../lib/testing';
import { type Deployment, PodDefaults } from '../../lib';
import { failure } from '../support/failure';
import { badChart, podManifest, stackChart } from './samples';

const printed = (value: unknown) => yamlSerializer.serialize(value);

test('a manifest', () => {
  expect(podManifest()).toMatchInlineSnapshot(`
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
        - name: api
          image: ghcr.io/acme/api:1.4.2
          resources:
            requests:
              cpu: 100m
              memory: 64Mi
            limits:
              memory: 64Mi
  `);
});

test('manifests', () => {
  const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  expect([namespace('a'), namespace('b')]).toMatchInlineSnapshot(`
    apiVersion: v1
    kind: Namespace
    metadata:
      name: a
    ---
    apiVersion: v1
    kind: Namespace
    metadata:
      name: b
  `);
});

test('a chart is what synth writes, in its order', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'testing-'));
  const app = new App({ outdir });
  const chart = new Chart(app, 'demo');
  const service = new kplus.Service(chart, 'service', { ports: [{ port: 80 }] });
  const namespace = new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace' });
  service.node.addDependency(namespace);
  app.synth();
  const written = readFileSync(join(outdir, 'demo.k8s.yaml'), 'utf8');
  expect(written.startsWith('apiVersion: v1\nkind: Namespace')).toBe(true);
  expect(`${printed(chart)}\n`).toBe(written);
  expect(`${printed(app)}\n`).toBe(written);
  expect(`${printed(service)}\n`).toBe(Yaml.stringify(ApiObject.of(service).toJson()));
});

test('a workload, and its object', () => {
  const web = stackChart().node.findChild('web') as Deployment;
  expect(`${printed(web)}\n`).toBe(web.toYaml());
  expect(printed(web.apiObject)).toBe(printed(web));
});

test('objects of cdk8s-plus have the defaults that are in force', () => {
  const chart = new Chart(new App(), 'demo');
  PodDefaults.of(chart).add(PodDefaults.restricted());
  const web = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.27' }] });
  expect(printed(chart)).toContain('seccompProfile');
  expect(web).toHaveResource('Deployment', /web/, {
    spec: { template: { spec: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } } },
  });
});

test('the same object in two places has an anchor, as synth writes it', () => {
  const labels = { app: 'web' };
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', labels },
    spec: { nodeSelector: labels },
  };
  expect(`${printed(manifest)}\n`).toBe(Yaml.stringify(manifest));
});

test('within another value it stands on lines of its own', () => {
  expect({ made: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }], count: 1 })
    .toMatchInlineSnapshot(`
    {
      "count": 1,
      "made": 
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
      ,
    }
  `);
});

test('a property matcher stands for its value', () => {
  expect(podManifest()).toMatchInlineSnapshot(
    { metadata: { name: expect.any(String) }, spec: expect.anything() },
    `
    apiVersion: v1
    kind: Pod
    metadata:
      name: Any<String>
    spec: Anything
  `,
  );
});

test('nothing to print', () => {
  expect(printed(new Chart(new App(), 'demo'))).toBe('# no objects');
});

test('what is invalid is not printed: synth would not write it', () => {
  expect(failure(() => printed(badChart()))).toMatchInlineSnapshot(`
    "Validation failed with the following errors:
      [demo/web] Pod demo-web (test/testing/samples.ts:33:3)
        spec.containers[0].imgae: unknown field "spec.containers[0].imgae" (unknown-field)
          → did you mean "image"? That is set already: remove one of them
        spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive (container-ports)
          → use a port from 1 to 65535"
  `);
  expect(failure(() => printed(badChart().node.findChild('web')))).toBe(failure(() => printed(badChart())));
});

test.each([
  [{}],
  [[]],
  ['kind: Pod'],
  [null],
  [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }],
  [[podManifest(), 1]],
  [new Map()],
])('it leaves alone %j', (value) => {
  expect(yamlSerializer.test(value)).toBe(false);
});
