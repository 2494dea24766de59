import { App, Chart, JsonPatch, Lazy } from 'cdk8s';
import {
  CronJob,
  DaemonSet,
  Deployment,
  type DeploymentProps,
  Job,
  LogSidecar,
  PodPattern,
  type PodTemplate,
  type PodTemplateProps,
  ReplicaSet,
  StatefulSet,
  type Workload,
} from '../../lib';
import { ManifestValidator } from '../../lib/validate/manifest-validator';
import { newChart } from '../support/chart';

const main = { name: 'app', image: 'nginx' };
const pod: PodTemplateProps = { main };
const json = (workload: Workload) => workload.apiObject.toJson();

/** One of each kind, with fields of its spec. */
const KINDS: readonly [string, (chart: Chart, pod: PodTemplateProps) => Workload, object][] = [
  [
    'Deployment',
    (chart, pod) => new Deployment(chart, 'web', { replicas: 3, strategy: { type: 'Recreate' }, pod }),
    { replicas: 3, strategy: { type: 'Recreate' } },
  ],
  [
    'ReplicaSet',
    (chart, pod) => new ReplicaSet(chart, 'web', { replicas: 0, minReadySeconds: 5, pod }),
    { replicas: 0, minReadySeconds: 5 },
  ],
  [
    'StatefulSet',
    (chart, pod) => new StatefulSet(chart, 'web', { serviceName: 'web', ordinals: { start: 1 }, pod }),
    { serviceName: 'web', ordinals: { start: 1 } },
  ],
  [
    'DaemonSet',
    (chart, pod) => new DaemonSet(chart, 'web', { revisionHistoryLimit: 2, pod }),
    { revisionHistoryLimit: 2 },
  ],
  [
    'Job',
    (chart, pod) =>
      new Job(chart, 'web', {
        completions: 2,
        completionMode: 'Indexed',
        backoffLimitPerIndex: 1,
        maxFailedIndexes: 1,
        pod,
      }),
    { completions: 2, completionMode: 'Indexed', backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
  ],
  [
    'CronJob',
    (chart, pod) =>
      new CronJob(chart, 'web', {
        schedule: '@daily',
        timeZone: 'Etc/UTC',
        job: { backoffLimit: 1, metadata: { labels: { a: 'b' } } },
        pod,
      }),
    { schedule: '@daily', timeZone: 'Etc/UTC' },
  ],
];

const SELECTING = KINDS.slice(0, 4);

/** The template of whatever kind. */
const template = (workload: Workload) =>
  (({ spec }) => spec.template ?? spec.jobTemplate.spec.template)(json(workload));

describe.each(KINDS)('%s', (kind, make, fields) => {
  test('has the fields of its spec, and the Pod', () => {
    const workload = make(newChart(), pod);
    const { metadata, spec } = json(workload);
    expect(json(workload).kind).toBe(kind);
    expect(metadata).toEqual({ name: 'demo-web' });
    expect(spec).toMatchObject(fields);
    expect(template(workload)).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/name': 'demo-web' } },
      spec: { containers: [main] },
    });
  });

  test('with a helper it is accepted in the oldest and the newest minor', () => {
    const yaml = make(newChart(), {
      main: { ...main, image: 'nginx:1.27' },
      patterns: [new LogSidecar({ files: ['/var/log/app/app.log'] })],
    }).toYaml();
    for (const kubernetesVersion of ['1.30', '1.37']) {
      expect(
        new ManifestValidator({ kubernetesVersion, rules: { resources: 'off' } }).validateYaml(yaml),
      ).toEqual([]);
    }
  });

  test('patterns can be added until synth, and rendering can be repeated', () => {
    const workload = make(newChart(), pod);
    workload.template.add(new LogSidecar({ files: ['/var/log/app/app.log'] }));
    const first = template(workload);
    expect(first.spec.initContainers).toHaveLength(1);
    expect(first.spec.volumes).toHaveLength(1);
    expect(template(workload)).toEqual(first);
  });

  test('a mistake in the Pod stops synth, with its place', () => {
    const app = new App();
    make(new Chart(app, 'demo'), { main: { name: 'app', image: '' } });
    const place = kind === 'CronJob' ? 'spec.jobTemplate.spec.template' : 'spec.template';
    expect(() => app.synthYaml()).toThrow(`${place}.spec.containers[0].image: Required value`);
  });

  test('without a Pod it says what to set', () => {
    expect(() => make(newChart(), undefined as never)).toThrow(
      new RegExp(`demo/web: ${kind} .*\\n {2}pod is missing: expected an object`),
    );
  });
});

describe('labels of the Pods and the selector', () => {
  const labelled = { main, metadata: { labels: { app: 'web' } } };
  const deployment = (props: Partial<DeploymentProps>, chart = newChart()) =>
    new Deployment(chart, 'web', { pod, ...props });
  const name = (value: string) => ({ 'app.kubernetes.io/name': value });

  test.each(SELECTING)('of a %s are the name by default', (_, make) => {
    const { selector, template } = json(make(newChart(), pod)).spec;
    expect(selector).toEqual({ matchLabels: name('demo-web') });
    expect(template.metadata).toEqual({ labels: name('demo-web') });
  });

  test('the hash of the construct path is in the name, and not in the label', () => {
    const workload = deployment({}, new Chart(new App(), 'demo'));
    expect(workload.name).toMatch(/^demo-web-c[0-9a-f]{7}$/);
    expect(workload.selector).toEqual({ matchLabels: name('demo-web') });
  });

  test("a name of one's own is the label, wherever the construct is", () => {
    const metadata = { name: 'api' };
    expect(deployment({ metadata }, new Chart(new App(), 'one')).selector).toEqual({
      matchLabels: name('api'),
    });
    expect(deployment({ metadata }, new Chart(new App(), 'two')).selector).toEqual({
      matchLabels: name('api'),
    });
  });

  test("a namer of one's own is followed", () => {
    const chart = new (class extends Chart {
      generateObjectName() {
        return 'mine';
      }
    })(new App(), 'demo');
    expect(deployment({}, chart).selector).toEqual({ matchLabels: name('mine') });
  });

  test('a name that is no label is refused with what to set', () => {
    const metadata = { name: 'a'.repeat(64) };
    expect(() => deployment({ metadata })).toThrow(
      /^demo\/web: the name "a{64}" is too long for the label app\.kubernetes\.io\/name: set pod\.metadata\.labels$/,
    );
    expect(deployment({ metadata, pod: labelled }).toYaml()).toContain('app: web');
  });

  test('a path that is too long for a label is refused, not cut: another would be cut to the same', () => {
    const chart = () => new Chart(new Chart(new App(), 'a'.repeat(40)), 'b'.repeat(40));
    expect(() => deployment({}, chart())).toThrow('b-web" is too long for the label');
    expect(deployment({ pod: labelled }, chart()).name).toMatch(/^.{1,63}$/);
  });

  test('labels of the Pod are used where there are any, without a further one', () => {
    const { selector, template } = json(deployment({ pod: labelled })).spec;
    expect(selector).toEqual({ matchLabels: { app: 'web' } });
    expect(template.metadata).toEqual({ labels: { app: 'web' } });
    expect(json(deployment({ pod: { main, metadata: { labels: {} } } })).spec.selector).toEqual({
      matchLabels: name('demo-web'),
    });
  });

  test('a selector is used as it is, and the Pods get its labels', () => {
    const selector = { matchLabels: { app: 'web' } };
    const { spec } = json(deployment({ selector, pod: { main, metadata: { labels: { version: '2' } } } }));
    expect(spec.selector).toEqual(selector);
    expect(spec.template.metadata.labels).toEqual({ app: 'web', version: '2' });
  });

  test('a selector that contradicts the labels is found', () => {
    expect(() => deployment({ selector: { matchLabels: { app: 'api' } }, pod: labelled }).toYaml()).toThrow(
      'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
    );
  });

  test('labels that patterns add are no part of the selector', () => {
    class Labelled extends PodPattern {
      applyTo(template: PodTemplate) {
        template.addLabel('late', 'yes');
      }
    }
    const workload = deployment({ pod: { main, patterns: [new Labelled()] } });
    workload.template.addLabel('later', 'yes');
    const { selector, template } = json(workload).spec;
    expect(selector).toEqual({ matchLabels: name('demo-web') });
    expect(template.metadata.labels).toEqual({ ...name('demo-web'), late: 'yes', later: 'yes' });
    expect(workload.toYaml()).toContain('later: "yes"');
  });

  test('a Job has none unless it is given, its Pods have labels', () => {
    expect(json(new Job(newChart(), 'web', { pod })).spec).toEqual({
      template: {
        metadata: { labels: name('demo-web') },
        spec: { containers: [main], restartPolicy: 'Never' },
      },
    });
    const manual = new Job(newChart(), 'web', {
      manualSelector: true,
      selector: { matchLabels: { app: 'web' } },
      pod,
    });
    expect(json(manual).spec).toMatchObject({
      manualSelector: true,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } } },
    });
    expect(manual.toYaml()).toContain('manualSelector: true');
  });
});

test('other metadata of the Pods and annotations stay', () => {
  const metadata = { annotations: { a: 'b' }, creationTimestamp: null, finalizers: ['example.com/x'] };
  const workload = new Deployment(newChart(), 'web', { pod: { main, metadata } });
  workload.template.addAnnotation('c', 'd');
  expect(json(workload).spec.template.metadata).toEqual({
    ...metadata,
    annotations: { a: 'b', c: 'd' },
    labels: { 'app.kubernetes.io/name': 'demo-web' },
  });
});

test('fields that are not known go into the manifest and are judged', () => {
  const workload = new Deployment(newChart(), 'web', { replica: 3, pod } as never);
  expect(() => workload.toYaml()).toThrow('spec.replica: unknown field "spec.replica"');
  expect(() => workload.toYaml()).toThrow('did you mean "replicas"?');
});

test('JSON patches reach into the template', () => {
  const workload = new Deployment(newChart(), 'web', { pod });
  workload.apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwork', true));
  expect(json(workload).spec.template.spec.hostNetwork).toBe(true);
});

test('names of fields are rendered in every kind', () => {
  for (const [, make] of KINDS) {
    expect(template(make(newChart(), { main, hostPid: true })).spec.hostPID).toBe(true);
  }
});

describe('restart policy', () => {
  test.each(SELECTING)('of a %s is left out', (_, make) => {
    expect(template(make(newChart(), pod)).spec).toEqual({ containers: [main] });
  });

  test.each(KINDS.slice(4))('of a %s is Never, or what the user says', (_, make) => {
    expect(template(make(newChart(), pod)).spec.restartPolicy).toBe('Never');
    expect(template(make(newChart(), { ...pod, restartPolicy: undefined })).spec.restartPolicy).toBe('Never');
    expect(template(make(newChart(), { ...pod, restartPolicy: 'OnFailure' })).spec.restartPolicy).toBe(
      'OnFailure',
    );
    expect(() => make(newChart(), { ...pod, restartPolicy: 'Always' }).toYaml()).toThrow(
      'restartPolicy: Required value: valid values: "OnFailure", "Never"',
    );
  });
});

describe('CronJob', () => {
  test('has what is said of the Jobs in their template', () => {
    const job = { activeDeadlineSeconds: 60, metadata: { annotations: { a: 'b' } } };
    const { jobTemplate } = json(new CronJob(newChart(), 'web', { schedule: '@daily', job, pod })).spec;
    expect(jobTemplate).toMatchObject({
      metadata: { annotations: { a: 'b' } },
      spec: { activeDeadlineSeconds: 60 },
    });
    expect(jobTemplate.spec.metadata).toBeUndefined();
  });

  test('has nothing but the Pod in the template of its Jobs by default', () => {
    const { spec } = json(new CronJob(newChart(), 'web', { schedule: '@daily', pod }));
    expect(Object.keys(spec)).toEqual(['jobTemplate', 'schedule']);
    expect(Object.keys(spec.jobTemplate)).toEqual(['spec']);
    expect(Object.keys(spec.jobTemplate.spec)).toEqual(['template']);
  });

  test('without a schedule is refused', () => {
    expect(() => new CronJob(newChart(), 'web', { pod } as never).toYaml()).toThrow(
      'spec.schedule: Required value',
    );
  });
});

describe('volume claim templates', () => {
  const claim = (name: string) => ({
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce' as const], resources: { requests: { storage: '1Gi' } } },
  });
  const set = (mountPath: string, files: string[]) =>
    new StatefulSet(newChart(), 'db', {
      serviceName: 'db',
      volumeClaimTemplates: [claim('logs')],
      pod: {
        main: { name: 'db', image: 'postgres:17', volumeMounts: [{ name: 'logs', mountPath }] },
        patterns: [new LogSidecar({ files })],
      },
    });

  test('are volumes to mount', () => {
    const { spec } = json(set('/logs', ['/logs/db.log']));
    expect(spec.volumeClaimTemplates).toEqual([claim('logs')]);
    expect(spec.template.spec.volumes).toBeUndefined();
    expect(spec.template.spec.initContainers[0].volumeMounts).toEqual([
      { name: 'logs', mountPath: '/logs', readOnly: true },
    ]);
    expect(set('/logs', ['/logs/db.log']).toYaml()).toContain('volumeClaimTemplates:');
  });

  test('are not hidden behind a volume that a pattern adds', () => {
    expect(json(set('/data', ['/logs/db.log'])).spec.template.spec.volumes).toEqual([
      { name: 'logs-2', emptyDir: { sizeLimit: '256Mi' } },
    ]);
  });

  test('that come late are taken, and what is no list is found', () => {
    const late = Lazy.any({ produce: () => [claim('data')] }) as never;
    expect(
      json(new StatefulSet(newChart(), 'db', { volumeClaimTemplates: late, pod })).spec.volumeClaimTemplates,
    ).toEqual([claim('data')]);
    expect(() =>
      new StatefulSet(newChart(), 'db', { volumeClaimTemplates: claim('data') as never, pod }).toYaml(),
    ).toThrow('spec.volumeClaimTemplates');
  });

  test('a mount of a volume that is neither is found', () => {
    const broken = new StatefulSet(newChart(), 'db', {
      volumeClaimTemplates: [claim('data')],
      pod: {
        main: { name: 'db', image: 'postgres:17', volumeMounts: [{ name: 'dta', mountPath: '/data' }] },
      },
    });
    expect(() => broken.toYaml()).toThrow(
      'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "dta"',
    );
  });
});
