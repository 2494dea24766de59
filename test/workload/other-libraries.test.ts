import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Cron, Helm, Include, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Validation } from '../../lib';
import { programThatPrints } from '../support/programs';

const file = (name: string, text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'other-')), name);
  writeFileSync(path, text);
  return path;
};

const MANIFESTS = `apiVersion: v1
kind: Pod
metadata:
  name: first
spec:
  containers:
  - name: App
    image: nginx:1.27
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: second
spec:
  selector:
    matchLabels: {app: a}
  template:
    metadata:
      labels: {app: b}
    spec:
      containers:
      - name: app
        image: nginx:1.27
`;

/** Stands for helm: it prints what `helm template` would. */
const helm = () => programThatPrints('helm', MANIFESTS);

function errorOf(make: (chart: Chart) => unknown): string {
  const app = new App();
  make(new Chart(app, 'demo', { disableResourceNameHashes: true }));
  Validation.of(app).configure({ report: 'none' });
  try {
    app.synthYaml();
  } catch (error) {
    return (error as Error).message.replace('Validation failed with the following errors:\n', '');
  }
  return '';
}

const heads = (make: (chart: Chart) => unknown) => errorOf(make).match(/^ {2}\[.*$/gm);

test('each workload of cdk8s-plus is called as the user called it', () => {
  const containers = [{ name: 'App', image: 'nginx:1.27' }];
  expect(
    heads((chart) => {
      new kplus.Pod(chart, 'pod', { containers });
      new kplus.Deployment(chart, 'deployment', { containers });
      new kplus.StatefulSet(chart, 'set', {
        containers,
        service: new kplus.Service(chart, 'service', { ports: [{ port: 80 }] }),
      });
      new kplus.DaemonSet(chart, 'daemon', { containers });
      new kplus.Job(chart, 'job', { containers });
      new kplus.CronJob(chart, 'cron', { containers, schedule: Cron.daily() });
    }),
  ).toEqual([
    '  [demo/pod] Pod demo-pod',
    '  [demo/deployment] Deployment demo-deployment',
    '  [demo/set] StatefulSet demo-set',
    '  [demo/daemon] DaemonSet demo-daemon',
    '  [demo/job] Job demo-job',
    '  [demo/cron] CronJob demo-cron',
  ]);
});

test('what is right in cdk8s-plus stays right', () => {
  expect(
    errorOf((chart) => {
      const config = new kplus.ConfigMap(chart, 'config', { data: { a: 'b' } });
      const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
        storage: Size.gibibytes(1),
        accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
      });
      const web = new kplus.Deployment(chart, 'web', {
        containers: [{ image: 'nginx:1.27', portNumber: 80, envFrom: [kplus.Env.fromConfigMap(config)] }],
      });
      web.containers[0].mount('/data', kplus.Volume.fromPersistentVolumeClaim(chart, 'data', claim));
      web.exposeViaIngress('/');
      web.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('disk', 'ssd')));
      new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: web, maxReplicas: 3 });
    }),
  ).toBe('');
});

test('manifests of Include are called by the Include and their own names', () => {
  expect(errorOf((chart) => new Include(chart, 'include', { url: file('all.yaml', MANIFESTS) })))
    .toBe(`  [demo/include/first-pod] Pod first
    spec.containers[0].name: Invalid value: "App": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?') (container-name)
      → rename it, for example to "app"
  [demo/include/second-deployment] Deployment second
    spec.template.metadata.labels: Invalid value: {"app":"b"}: \`selector\` does not match template \`labels\` (workload-selector-match)
      → set the labels in spec.template that spec.selector requires`);
});

test('manifests of Helm are called by the Helm construct and their own names', () => {
  expect(heads((chart) => new Helm(chart, 'release', { chart: './chart', helmExecutable: helm() }))).toEqual([
    '  [demo/release/first-pod] Pod first',
    '  [demo/release/second-deployment] Deployment second',
  ]);
});

test('objects in constructs of a user, and those made after it was asked for', () => {
  class Group extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      new ApiObject(this, 'pod', {
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { containers: [{ name: 'App', image: 'a:1' }] },
      } as never);
    }
  }
  const app = new App();
  Validation.of(app).configure({ report: 'none' });
  new Group(new Chart(app, 'demo', { disableResourceNameHashes: true }), 'group');
  expect(() => app.synthYaml()).toThrow('[demo/group/pod] Pod demo-group-pod\n');
});
