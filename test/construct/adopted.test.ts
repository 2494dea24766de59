import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type Chart, Helm, Include, JsonPatch, Lazy, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  Adapter,
  Dependency,
  InitGate,
  LogSidecar,
  Pod,
  PodPattern,
  PodTemplate,
  Validation,
} from '../../lib';
import { FIELDS } from '../../lib/k8s/names';
import { CheckedObject } from '../../lib/workload/checked-object';
import { newChart } from '../support/chart';
import { programThatPrints } from '../support/programs';

const logs = () => new LogSidecar({ files: ['/var/log/app/app.log'] });
const gate = () => new InitGate({ waitFor: [Dependency.tcp('db', 5432)] });
const names = (containers: readonly { readonly name: string }[] = []) => containers.map(({ name }) => name);
const container = (name: string, fields: object = {}) => ({ name, image: `${name}:1`, ...fields });

/** Fields that cdk8s-plus-28 does not know, in a container and a Pod spec. */
const NEW_IN_CONTAINER = {
  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }],
  restartPolicy: 'Never',
};
const NEW_IN_SPEC = { resources: { limits: { cpu: '2', memory: '4Gi' } }, hostnameOverride: 'host' };

function object(chart: Chart, kind: string, spec: object, apiVersion = 'apps/v1', id = 'web'): ApiObject {
  return new ApiObject(chart, id, { apiVersion, kind, spec } as never);
}

const deploymentSpec = (spec: object, metadata: object = { labels: { app: 'web' } }) => ({
  replicas: 2,
  futureField: { a: [1] },
  selector: { matchLabels: { app: 'web' } },
  template: { metadata, spec },
});

const kplusContainer = {
  name: 'app',
  image: 'app:1',
  securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
};

describe('workloads of cdk8s-plus', () => {
  type Make = (
    chart: Chart,
  ) => kplus.Deployment | kplus.StatefulSet | kplus.DaemonSet | kplus.Job | kplus.CronJob | kplus.Pod;
  const WORKLOADS: { readonly [name: string]: readonly [path: string, make: Make] } = {
    Deployment: [
      'spec.template',
      (chart) => new kplus.Deployment(chart, 'web', { containers: [kplusContainer] }),
    ],
    StatefulSet: [
      'spec.template',
      (chart) =>
        new kplus.StatefulSet(chart, 'web', {
          service: new kplus.Service(chart, 's', { ports: [{ port: 80 }] }),
          containers: [kplusContainer],
        }),
    ],
    DaemonSet: [
      'spec.template',
      (chart) => new kplus.DaemonSet(chart, 'web', { containers: [kplusContainer] }),
    ],
    Job: ['spec.template', (chart) => new kplus.Job(chart, 'web', { containers: [kplusContainer] })],
    CronJob: [
      'spec.jobTemplate.spec.template',
      (chart) =>
        new kplus.CronJob(chart, 'web', {
          schedule: { expressionString: '* * * * *' } as never,
          containers: [kplusContainer],
        }),
    ],
    Pod: ['', (chart) => new kplus.Pod(chart, 'web', { containers: [kplusContainer] })],
  };

  test.each(Object.keys(WORKLOADS))('%s: what is added is rendered, and nothing else changes', (kind) => {
    const [path, make] = WORKLOADS[kind];
    const chart = newChart();
    const workload = make(chart);
    const at = (json: any) =>
      path
        .split('.')
        .filter(Boolean)
        .reduce((value, key) => value[key], json);
    const before = ApiObject.of(workload).toJson();
    PodTemplate.of(workload).add(logs());
    const after = ApiObject.of(workload).toJson();
    expect(names(at(after).spec.initContainers)).toEqual(['log-sidecar']);
    const {
      initContainers,
      volumes,
      containers: [{ volumeMounts, ...main }],
      ...spec
    } = at(after).spec;
    const {
      volumes: _,
      containers: [{ volumeMounts: __, ...mainBefore }],
      ...specBefore
    } = at(before).spec;
    expect([spec, main, volumes, volumeMounts]).toEqual([
      specBefore,
      mainBefore,
      [{ name: 'logs', emptyDir: { sizeLimit: '256Mi' } }],
      [{ name: 'logs', mountPath: '/var/log/app' }],
    ]);
    expect({ ...at(after), spec: 0 }).toEqual({ ...at(before), spec: 0 });
    expect(Testing.synth(chart)).toContainEqual(after);
  });

  test('fields newer than 1.28 from JSON patches stay', () => {
    const chart = newChart();
    const deployment = new kplus.Deployment(chart, 'web', { containers: [kplusContainer] });
    ApiObject.of(deployment).addJsonPatch(
      ...Object.entries(NEW_IN_CONTAINER).map(([field, value]) =>
        JsonPatch.add(`/spec/template/spec/containers/0/${field}`, value),
      ),
      ...Object.entries(NEW_IN_SPEC).map(([field, value]) =>
        JsonPatch.add(`/spec/template/spec/${field}`, value),
      ),
      JsonPatch.add('/spec/template/spec/hostPID', true),
    );
    expect(JSON.stringify(ApiObject.of(deployment).toJson())).not.toContain('restartPolicyRules');
    PodTemplate.of(deployment).add(new Adapter({ container: container('adapter') }));
    const [json] = Testing.synth(chart);
    expect(json.spec.template.spec).toMatchObject({ ...NEW_IN_SPEC, hostPID: true });
    expect(json.spec.template.spec.containers[0]).toMatchObject(NEW_IN_CONTAINER);
    expect(json).toMatchSnapshot();
  });

  test('values stay that are patched where the class expects its own', () => {
    const deployment = new kplus.Deployment(newChart(), 'web', { containers: [kplusContainer] });
    ApiObject.of(deployment).addJsonPatch(
      JsonPatch.replace('/spec/strategy/rollingUpdate/maxSurge', '50%'),
      JsonPatch.add('/spec/template/spec/containers/0/resources/limits/cpu', 2),
    );
    PodTemplate.of(deployment).add(logs());
    const { strategy, template } = ApiObject.of(deployment).toJson().spec;
    expect([strategy.rollingUpdate, template.spec.containers[0].resources.limits]).toEqual([
      { maxSurge: '50%', maxUnavailable: '25%' },
      { cpu: 2, memory: '2048Mi' },
    ]);
  });

  test('fields that nobody knows yet stay, wherever they are', () => {
    const deployment = new kplus.Deployment(newChart(), 'web', { containers: [kplusContainer] });
    const places = [
      '/metadata',
      '/spec',
      '/spec/strategy/rollingUpdate',
      '/spec/template/metadata',
      '/spec/template/spec/containers/0/resources',
      '/spec/template/spec/securityContext',
    ];
    ApiObject.of(deployment).addJsonPatch(
      ...places.map((place) => JsonPatch.add(`${place}/fromTheFuture`, { value: 'x' })),
    );
    PodTemplate.of(deployment).add(logs());
    expect(
      JSON.stringify(ApiObject.of(deployment).toJson()).match(/"fromTheFuture":\{"value":"x"\}/g),
    ).toHaveLength(places.length);
  });

  test.each(['cdk8s-plus-28', 'cdk8s-plus-34'])(
    'the names that %s gives to fields are those of our table',
    (name) => {
      const source = readFileSync(require.resolve(`${name}/lib/imports/k8s.js`), 'utf8');
      const functions = source.matchAll(/^function toJson_(\w+)\(obj\) \{([^]*?)^\}/gm);
      const renamed = [...functions].flatMap(([, struct, body]) =>
        [...body.matchAll(/'(\w+)': (?:\w+\()?obj\.(\w+)/g)]
          .filter(([, key, field]) => key !== field && Object.hasOwn(FIELDS, struct))
          .map(([, key, field]) => ({ struct, field, key, ours: FIELDS[struct][field]?.[0] })),
      );
      expect(renamed.length).toBeGreaterThan(10);
      expect(renamed.filter(({ key, ours }) => key !== ours)).toEqual([]);
    },
  );

  test('what is added to the workload later is there, and patterns see it', () => {
    const chart = newChart();
    const deployment = new kplus.Deployment(chart, 'web', {});
    const template = PodTemplate.of(deployment);
    template.add(logs());
    const app = deployment.addContainer(kplusContainer);
    app.mount('/var/log/app', kplus.Volume.fromEmptyDir(chart, 'v', 'own-logs'));
    deployment.addContainer({ ...kplusContainer, name: 'second', image: 'second' });
    deployment.addInitContainer({ ...kplusContainer, name: 'init', image: 'init' });
    template.add(gate());
    const { spec } = ApiObject.of(deployment).toJson().spec.template;
    expect([names(spec.initContainers), names(spec.containers), names(spec.volumes)]).toEqual([
      ['init-gate', 'log-sidecar', 'init'],
      ['app', 'second'],
      ['own-logs'],
    ]);
    expect([template.main.name, names(template.initContainers)]).toEqual([
      'app',
      ['init-gate', 'log-sidecar', 'init'],
    ]);
  });

  test('classes of the newest cdk8s-plus, and generated ones of any kind', () => {
    const chart = newChart();
    const newest = require('cdk8s-plus-34') as typeof kplus;
    const deployment = new newest.Deployment(chart, 'newest', { containers: [kplusContainer] });
    PodTemplate.of(deployment).add(logs());
    class Rollout extends ApiObject {
      static readonly GVK = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' };
      constructor(scope: Construct, id: string, given: object) {
        super(scope, id, { ...Rollout.GVK, ...given });
      }
      toJson(): any {
        const { spec } = super.toJson();
        const containers = spec.template.spec.containers.map(({ name, image }: any) => ({ name, image }));
        return {
          ...Rollout.GVK,
          metadata: this.metadata.toJson(),
          spec: { strategyURL: spec.strategyUrl, template: { spec: { containers } } },
        };
      }
    }
    const rollout = new Rollout(chart, 'rollout', {
      spec: {
        strategyUrl: 'u',
        template: { spec: { hostPid: true, containers: [container('app', NEW_IN_CONTAINER)] } },
      },
    });
    PodTemplate.of(rollout).add(logs());
    expect(names(ApiObject.of(deployment).toJson().spec.template.spec.initContainers)).toEqual([
      'log-sidecar',
    ]);
    const { spec } = rollout.toJson();
    expect([spec.strategyURL, spec.template.spec.hostPID, names(spec.template.spec.initContainers)]).toEqual([
      'u',
      true,
      ['log-sidecar'],
    ]);
    expect(spec.template.spec.containers[0]).toMatchObject(NEW_IN_CONTAINER);
  });
});

describe('API objects', () => {
  test('keep each field, and what was there stays in its place', () => {
    const web = object(
      newChart(),
      'Deployment',
      deploymentSpec(
        {
          ...NEW_IN_SPEC,
          containers: [container('istio'), container('app', NEW_IN_CONTAINER)],
          initContainers: [container('own-init'), container('own-sidecar', { restartPolicy: 'Always' })],
          volumes: [],
          ephemeralFuture: 'x',
        },
        { annotations: { 'kubectl.kubernetes.io/default-container': 'app', other: 'yes' } },
      ),
    );
    const template = PodTemplate.of(web);
    template.add(new Adapter({ container: container('sidecar'), share: '/shared' }));
    template.add(new InitGate({ containers: [container('gate')] }));
    template.add(new Adapter({ container: container('classic'), native: false }));
    template.addInitContainer(container('init'));
    template.addLabel('added', 'label');
    expect(template.main.name).toBe('app');
    expect(web.toJson()).toMatchSnapshot();
    expect(web.toJson()).toEqual(web.toJson());
  });

  test('have one template, are as they were without additions, and render lazily', () => {
    const chart = newChart();
    let image = 'app:1';
    const web = object(
      chart,
      'DaemonSet',
      deploymentSpec({ containers: [{ name: 'app', image: Lazy.any({ produce: () => image }) }] }),
    );
    const before = web.toJson();
    expect(PodTemplate.of(web)).toBe(PodTemplate.of(web));
    expect(web.toJson()).toEqual(before);
    PodTemplate.of(web).setField('hostPid', true);
    image = 'app:2';
    expect(web.toJson().spec.template.spec).toEqual({
      hostPID: true,
      containers: [{ name: 'app', image: 'app:2' }],
    });
    expect([PodTemplate.of(web).tryField('hostPid'), PodTemplate.of(web).tryField('hostPID')]).toEqual([
      true,
      true,
    ]);
  });

  test('of StatefulSets know the volumes that those make', () => {
    const claimTemplates = [{ metadata: { name: 'logs' }, spec: {} }];
    const web = object(newChart(), 'StatefulSet', {
      ...deploymentSpec({ containers: [container('app')] }),
      volumeClaimTemplates: claimTemplates,
    });
    PodTemplate.of(web).add(logs());
    expect(names(web.toJson().spec.template.spec.volumes)).toEqual(['logs-2']);
    expect(PodTemplate.of(web).tryVolume('logs')).toEqual({
      name: 'logs',
      persistentVolumeClaim: { claimName: 'logs' },
    });
  });

  test('of custom resources that hold a template', () => {
    const rollout = object(
      newChart(),
      'Rollout',
      { strategy: { canary: {} }, template: { spec: { containers: [container('app')] } } },
      'argoproj.io/v1alpha1',
    );
    PodTemplate.of(rollout).add(logs());
    expect(rollout.toJson().spec).toMatchObject({
      strategy: { canary: {} },
      template: { spec: { initContainers: [{ name: 'log-sidecar' }] } },
    });
  });

  test('that Include and Helm brought in', () => {
    const chart = newChart();
    const folder = mkdtempSync(join(tmpdir(), 'include-'));
    const file = join(folder, 'web.yaml');
    writeFileSync(
      file,
      Yaml.stringify(
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } },
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'd' },
          spec: {
            ...deploymentSpec({ containers: [container('app', NEW_IN_CONTAINER)] }),
            futureField: undefined,
          },
        },
      ),
    );
    const include = new Include(chart, 'include', { url: file });
    PodTemplate.of(include).add(logs());
    const json = Testing.synth(chart).find(({ kind }: { kind: string }) => kind === 'Deployment');
    expect(json.spec.template.spec).toMatchObject({
      containers: [NEW_IN_CONTAINER],
      initContainers: [{ name: 'log-sidecar' }],
    });
    expect(PodTemplate.of(include)).toBe(PodTemplate.of(include.apiObjects[1]));
    const release = new Helm(chart, 'helm', {
      chart: 'web',
      helmExecutable: programThatPrints('helm', readFileSync(file, 'utf8')),
    });
    PodTemplate.of(release).add(new InitGate({ containers: [container('gate')] }));
    expect(names(release.apiObjects[1].toJson().spec.template.spec.initContainers)).toEqual(['gate']);
  });
});

describe('constructs of ours', () => {
  test('have their own template, found from the construct, its object and what is around it', () => {
    const chart = newChart();
    const pod = new Pod(new Construct(chart, 'around'), 'web', { main: container('app') });
    expect(
      [pod, pod.apiObject, pod.node.scope!, chart].map(
        (construct) => PodTemplate.of(construct) === pod.template,
      ),
    ).toEqual([true, true, true, true]);
  });

  test('without a template are adopted, too', () => {
    const chart = newChart();
    const checked = new CheckedObject(new Construct(chart, 'web'), {
      apiVersion: 'v1',
      kind: 'Pod',
      structs: { spec: 'PodSpec' },
      body: () => ({ spec: { containers: [container('app')] } }),
    });
    PodTemplate.of(checked).add(logs());
    expect(checked.toJson().spec.initContainers).toHaveLength(1);
    expect(Testing.synth(chart)[0].spec.initContainers).toHaveLength(1);
    PodTemplate.of(checked).addContainer({ name: 'app', image: 'b' });
    expect(() => Testing.synth(chart)).toThrow('spec.containers[1].name: Duplicate value: "app"');
  });
});

describe('errors', () => {
  const config = (chart: Chart, id = 'config') =>
    new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap' });

  test('an object without a Pod is told with path, apiVersion and kind', () => {
    const chart = newChart();
    expect(() => PodTemplate.of(config(chart))).toThrow(
      'PodTemplate.of: demo/config (v1 ConfigMap) contains no Pod: pass a workload, or an object with spec.template.spec.containers',
    );
    expect(() => PodTemplate.of(object(chart, 'Thing', {}, 'example.com/v1'))).toThrow(
      'demo/web (example.com/v1 Thing) contains no Pod',
    );
    expect(() => PodTemplate.of(chart)).toThrow(
      'demo contains no Pod, only demo/config (v1 ConfigMap), demo/web (example.com/v1 Thing)',
    );
    expect(() => PodTemplate.of(newChart())).toThrow('demo contains no Pod and no objects');
  });

  test('several Pods are told with their names', () => {
    const chart = newChart();
    object(chart, 'Deployment', {}, 'apps/v1', 'a');
    object(chart, 'Job', {}, 'batch/v1', 'b');
    expect(() => PodTemplate.of(chart)).toThrow(
      'PodTemplate.of: demo contains 2 Pods: pass one of demo/a (apps/v1 Deployment), demo/b (batch/v1 Job)',
    );
  });

  test('a field under both its names is told', () => {
    const deployment = new kplus.k8s.KubeDeployment(newChart(), 'web', {
      spec: { selector: {}, template: { spec: { hostPid: true, containers: [] } } },
    });
    deployment.addJsonPatch(JsonPatch.add('/spec/template/spec/hostPID', false));
    PodTemplate.of(deployment).addLabel('a', 'b');
    expect(() => deployment.toJson()).toThrow(
      'demo/web: PodSpec sets hostPID twice: as "hostPid" and under its alias; remove one',
    );
  });

  test('what cdk8s-plus says of an object is told with its path', () => {
    const template = PodTemplate.of(new kplus.Deployment(newChart(), 'web', {}));
    expect(() => template.main).toThrow(/^demo\/web: .*PodSpec must have at least 1 container/);
  });

  test('an error of a pattern names the object', () => {
    const web = object(newChart(), 'Deployment', deploymentSpec({ containers: [container('app')] }));
    PodTemplate.of(web).mount('nope', { name: 'v', mountPath: '/v' });
    expect(() => web.toJson()).toThrow('demo/web: the Pod has no container named "nope", only "app"');
  });

  test('what is adopted is validated, once, and what is only looked at is not', () => {
    const chart = newChart();
    const web = object(chart, 'Deployment', {
      ...deploymentSpec({ containers: [container('App')] }),
      futureField: undefined,
    });
    class Nothing extends PodPattern {
      applyTo() {}
    }
    PodTemplate.of(web);
    expect(() => Testing.synth(chart)).not.toThrow();
    PodTemplate.of(web).add(new Nothing());
    const error =
      /^Validation failed with the following errors:\n {2}\[demo\/web\] Deployment demo-web\n {4}spec\.template\.spec\.containers\[0\]\.name: [^\n]*\n {6}→ [^\n]*$/;
    expect(() => Testing.synth(chart)).toThrow(error);
    Validation.of(chart);
    expect(() => Testing.synth(chart)).toThrow(error);
  });
});
