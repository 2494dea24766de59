import { ApiObject, App, Chart, Cron, Duration, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Adapter,
  Adapters,
  Ambassador,
  Ambassadors,
  AuthProxy,
  ConfigReloader,
  CronJob,
  Dependency,
  Deployment,
  EnvVars,
  FixPermissions,
  InitGate,
  InitGatedPod,
  Job,
  Kubectl,
  LogSidecar,
  ManifestValidator,
  Migrate,
  Pod,
  PodDefaults,
  PodTemplate,
  Probe,
  RenderConfig,
  SidecarLogPod,
  StatefulMember,
  Validation,
  Volumes,
} from '../../lib';
import { atLine } from '../support/at-line';

/** As plain JavaScript is: without types. */
const js = (value: unknown) => value as never;
const chart = () => new Chart(new App(), 'demo');
const container = { name: 'a', image: 'a:1' };
const main = { name: 'app', image: 'app:1' };
const cyclic: unknown[] = [];
cyclic.push(cyclic);
const account = new kplus.ServiceAccount(chart(), 'account');

const MISTAKES: readonly [string, () => unknown, string | RegExp][] = [
  [
    'LogSidecar without options',
    () => new LogSidecar(...([] as unknown as [never])),
    'missing options: specify them as an object',
  ],
  [
    'a misspelt option',
    () => new LogSidecar(js({ files: ['/a/b'], imgae: 'x' })),
    'unknown option "imgae": did you mean "image"?',
  ],
  [
    'a string for a list',
    () => new LogSidecar(js({ files: '/a/b' })),
    'files is "/a/b": expected a list of strings; wrap it in a list: [ … ]',
  ],
  ['a number in a list', () => new LogSidecar(js({ files: [5] })), 'files[0] is 5: expected a string'],
  [
    'a number for a name',
    () => new LogSidecar(js({ files: ['/a/b'], name: 5 })),
    'name is 5: expected a string',
  ],
  ['null for a list', () => new LogSidecar(js({ files: null })), 'files is null: expected a list of strings'],
  [
    'a hole in a list',
    () => new LogSidecar(js({ files: new Array(1) })),
    'files[0] is undefined: expected a string',
  ],
  [
    'a Duration for a size',
    () => new LogSidecar(js({ files: ['/a/b'], sizeLimit: Duration.seconds(5) })),
    'sizeLimit is a Duration: expected a string or a Size, such as Size.mebibytes(100)',
  ],
  [
    'a Lazy',
    () => new LogSidecar(js({ files: Lazy.any({ produce: () => [] }) })),
    'files is a Lazy: expected a list of strings; a Lazy is not resolved yet when patterns read it: use the value itself',
  ],
  ['a symbol', () => new LogSidecar(js({ files: [Symbol('a')] })), 'files[0] is a symbol: expected a string'],
  [
    'a boxed string',
    () => new LogSidecar(js({ files: [Object('a')] })),
    'files[0] is a String: expected a string',
  ],
  [
    'addresses for dependencies',
    () => new InitGate(js({ waitFor: ['mydb:5432'] })),
    'waitFor[0] is "mydb:5432": expected a Dependency, such as Dependency.tcp("db", 5432); use Dependency.tcp("mydb", 5432)',
  ],
  [
    'one dependency',
    () => new InitGate(js({ waitFor: Dependency.tcp('mydb', 5432) })),
    'waitFor is a Dependency: expected a list of dependencies; wrap it in a list: [ … ]',
  ],
  [
    'a duration as in Go',
    () => new InitGate(js({ waitFor: [Dependency.dns('a')], timeout: '5m' })),
    'timeout is "5m": expected a number or a Duration, such as Duration.seconds(30); use Duration.minutes(5)',
  ],
  ['no container', () => new Migrate(js({})), 'container is missing: expected an object'],
  [
    'a string for a container',
    () => new Migrate(js({ container: 'a' })),
    'container is "a": expected an object',
  ],
  [
    'a volume mount without a list',
    () => new Adapter(js({ container: { ...container, volumeMounts: {} } })),
    'container.volumeMounts is an object: expected a list of objects',
  ],
  [
    'a port as a string',
    () => new Ambassador(js({ container, port: '80' })),
    'port is "80": expected a number',
  ],
  [
    'a nested option',
    () => new Ambassador(js({ container, port: 80, wait: { timout: 5 } })),
    'unknown option "wait.timout": did you mean "timeout"?',
  ],
  [
    'one of a few words',
    () => new AuthProxy(js({ container, port: 1, upstreamPort: 2, probes: 'off' })),
    'probes is "off": expected "refuse", "proxy" or "keep"',
  ],
  [
    'a signal',
    () => new ConfigReloader(js({ watch: ['/a'], process: 'a', signal: 'HUP' })),
    'signal is "HUP": expected "SIGHUP"',
  ],
  [
    'a cyclic list',
    () => new FixPermissions(js({ paths: ['/a'], user: cyclic })),
    'user is a list of 1: expected a number',
  ],
  [
    'a big number',
    () => new StatefulMember(js({ service: 'a', replicas: 3n })),
    'replicas is 3n: expected a number',
  ],
  [
    'a class for a pattern',
    () => new Pod(chart(), 'web', js({ main, patterns: [LogSidecar] })),
    'patterns[0] is the class LogSidecar: expected a pattern, such as new LogSidecar({ … }); create an instance: new LogSidecar({ … })',
  ],
  [
    'one pattern',
    () => new Pod(chart(), 'web', js({ main, patterns: new LogSidecar({ files: ['/a/b'] }) })),
    'patterns is a LogSidecar: expected a list of patterns; wrap it in a list: [ … ]',
  ],
  [
    'a misspelt option of ours',
    () => new Pod(chart(), 'web', js({ main, paterns: [] })),
    'unknown option "paterns": did you mean "patterns"?',
  ],
  ['no Pod', () => new Deployment(chart(), 'web', js({ replicas: 1 })), 'pod is missing: expected an object'],
  [
    'no properties',
    () => new Deployment(chart(), 'web', ...([] as unknown as [never])),
    'missing options: specify at least "pod"',
  ],
  [
    'a gate that is none',
    () => new InitGatedPod(chart(), 'web', js({ main, gate: 5 })),
    'gate is 5: expected an object',
  ],
  [
    'a misspelt option of a construct',
    () => new SidecarLogPod(chart(), 'web', js({ main, sidecar: { file: ['/a/b'] } })),
    'unknown option "sidecar.file": did you mean "files"?',
  ],
  [
    'a misspelt default',
    () => PodDefaults.of(chart()).add(js({ container: { enviroment: [] } })),
    'unknown option "container.enviroment"',
  ],
  [
    'a kind in lower case',
    () => PodDefaults.of(chart()).add({ kinds: ['deployment'] }),
    'unknown kind "deployment" in "kinds": did you mean "Deployment"?',
  ],
  [
    'a misspelt option of Validation',
    () => Validation.of(chart()).configure(js({ kubernetesVerison: '1.34' })),
    'unknown option "kubernetesVerison": did you mean "kubernetesVersion"?',
  ],
  [
    'a misspelt option of ManifestValidator',
    () => new ManifestValidator(js({ podSecurty: 'restricted' })),
    'unknown option "podSecurty": did you mean "podSecurity"?',
  ],
  [
    'a misspelt option of a probe',
    () => Probe.httpGet('/', 80, js({ initalDelay: 5 })),
    'unknown option "initalDelay": did you mean "initialDelay"?',
  ],
  [
    'a command as a string',
    () => Probe.exec(js('true')),
    'command is "true": expected a list of strings; wrap it in a list: [ … ]',
  ],
  ['a port of a dependency', () => Dependency.tcp('a', js('80')), 'port is "80": expected a number'],
  [
    'a name for a ConfigMap',
    () => Volumes.fromConfigMap('a', js('map')),
    'configMap is "map": expected a cdk8s-plus ConfigMap',
  ],
  [
    'no key',
    () => EnvVars.fromSecret('A', kplus.Secret.fromSecretName(chart(), 'a', 'a'), js(undefined)),
    'key is missing: expected a string',
  ],
  [
    'kubectl without options',
    () => Kubectl.run('a', js(undefined)),
    'missing options: specify at least "image"',
  ],
  [
    'a fraction of a port',
    () => Kubectl.createServiceNodePort('a', js({ tcp: ['80'], nodePort: 1.5 })),
    'nodePort is 1.5: expected an integer',
  ],
  [
    'no images',
    () => Kubectl.setImage({ apiVersion: 'v1', kind: 'Pod' }, js({})),
    'images is missing: expected an object with strings',
  ],
  [
    'run with a name alone',
    () => (Kubectl.run as (name: string) => unknown)('a'),
    'missing options: specify at least "image"',
  ],
  [
    'null for a list',
    () => Kubectl.createRole('a', js({ verb: null, resource: ['pods'] })),
    'verb is null: expected a list of strings',
  ],
  [
    'null for a map',
    () => Kubectl.run('a', js({ image: 'a', env: null })),
    'env is null: expected an object with strings',
  ],
  ['null for options', () => Kubectl.createConfigMap('a', js(null)), 'the value is null: expected an object'],
  [
    'a cyclic list of users',
    () => Kubectl.createRoleBinding('a', js({ role: 'a', user: cyclic })),
    'user[0] is a list of 1: expected a string',
  ],
  [
    'nothing under a key',
    () => Kubectl.run('a', js({ image: 'a', env: { HOME: undefined } })),
    'env.HOME is undefined: expected a string',
  ],
  [
    'an object for a template',
    () => new RenderConfig(js({ to: '/etc/a', templates: { a: { b: 1 } } })),
    'templates.a is an object: expected a string',
  ],
  [
    'a manifest that holds itself',
    () => Kubectl.label({ apiVersion: 'v1', kind: 'Pod', spec: cyclic }, { labels: { a: 'b' } }),
    'is nested deeper than 200 levels: does a value contain itself?',
  ],
  [
    'a construct in a patch',
    () => Kubectl.patch({ apiVersion: 'v1', kind: 'Pod' }, { spec: chart() }),
    'patch.spec is an instance of Chart: a manifest can only contain plain values',
  ],
  [
    'a date in a CronJob',
    () => Kubectl.createJobFrom('a', { kind: 'CronJob', metadata: { creationTimestamp: new Date(0) } }),
    'cronJob.metadata.creationTimestamp is an instance of Date',
  ],
  [
    'no number in a manifest',
    () =>
      Kubectl.setImage({ apiVersion: 'v1', kind: 'Pod', spec: { priority: NaN } }, { images: { a: 'b' } }),
    'manifest.spec.priority is NaN',
  ],
  [
    'a Pod that is none',
    () => new LogSidecar({ files: ['/a/b'] }).applyTo(js(null)),
    'pod is null: expected a PodTemplate',
  ],
  ['a scope that is none', () => PodDefaults.of(js(null)), 'scope is null: expected a construct'],
  [
    'a scope without a path',
    () => Kubectl.run('a', { image: 'a' }).addTo(js({ node: {} }), 'a'),
    'scope is an object: expected a construct',
  ],
  [
    'an init container that is none',
    () => new PodTemplate(js({ main, initContainers: [null] })),
    'initContainers[0] is null: expected an object',
  ],
  [
    'defaults without a spec',
    () => PodDefaults.of(chart()).add(js({ spec: null })),
    'spec is null: expected an object',
  ],
  [
    'defaults with a text for volumes',
    () => PodDefaults.of(chart()).add(js({ spec: { volumes: '' } })),
    'spec.volumes is "": expected a list of objects',
  ],
  ['a CronJob that is none', () => Kubectl.createJobFrom('a', {}), 'from must be an existing cronjob'],
  [
    'a template beside pod',
    () => new Deployment(chart(), 'web', js({ pod: { main }, template: { spec: {} } })),
    'unknown option "template": it is generated from "pod"',
  ],
  [
    'a job template',
    () => new CronJob(chart(), 'web', js({ schedule: '@daily', pod: { main }, jobTemplate: {} })),
    'unknown option "jobTemplate": it is generated from "job" and "pod"',
  ],
  [
    'a main container beside pod',
    () => new Deployment(chart(), 'web', js({ main })),
    'unknown option "main": it belongs in "pod"',
  ],
  [
    'patterns beside pod',
    () => new Deployment(chart(), 'web', js({ pod: { main }, patterns: [] })),
    'unknown option "patterns": it belongs in "pod"',
  ],
  [
    'labels beside metadata',
    () => new Deployment(chart(), 'web', js({ pod: { main }, labels: {} })),
    'unknown option "labels": it belongs in "metadata"',
  ],
  [
    'options of a pattern beside it',
    () => new SidecarLogPod(chart(), 'web', js({ main, files: ['/a/b'] })),
    'unknown option "files": it belongs in "sidecar"',
  ],
  [
    'a container without its option',
    () => new Ambassador(js({ name: 'a', port: 80 })),
    'unknown option "name": it belongs in "container"',
  ],
  [
    'an image without its container',
    () => new Ambassador(js({ image: 'a', port: 80 })),
    'unknown option "image": it belongs in "container"',
  ],
  [
    'labels in a list',
    () => new Pod(chart(), 'web', js({ main, metadata: { labels: ['a=b'] } })),
    /labels is a list of 1: expected an object$/,
  ],
  [
    'a pattern for its options',
    () => new SidecarLogPod(chart(), 'web', js({ main, sidecar: new LogSidecar({ files: ['/a/b'] }) })),
    'sidecar is a LogSidecar: expected an object or a companion, such as Adapters.redisMetrics({ … }); use only its options: { … }',
  ],
  [
    'a companion for a pattern',
    () => new Pod(chart(), 'web', js({ main, patterns: [Adapters.redisMetrics()] })),
    'patterns[0] is an ExporterCompanion: expected a pattern, such as new LogSidecar({ … }); pass it to a pattern as its container: new Adapter({ container: … })',
  ],
  [
    'a companion for the options of a pattern',
    () => new Adapter(js(Adapters.redisMetrics())),
    'the value is an ExporterCompanion: expected an object; pass it as the container: { container: … }',
  ],
  [
    'an unknown option of a companion',
    () => Ambassadors.pgBouncer(js({ host: 'a', authFile: { name: 'a', key: 'b' }, password: 'c' })),
    /unknown option "password": use one of authFile, host, args, /,
  ],
  [
    'an image for a container',
    () => new Deployment(chart(), 'web', js({ pod: { main: 'nginx' } })),
    'pod.main is "nginx": expected an object; use { name: …, image: "nginx" }',
  ],
  ['a list of one container', () => new Adapter(js({ container: [container] })), '; remove the brackets'],
  [
    'a container of cdk8s-plus',
    () => new Pod(chart(), 'web', js({ main, containers: [new kplus.Container({ image: 'a' })] })),
    'containers[0] is a Container: expected an object; use a plain object with the Kubernetes names: { … }',
  ],
  [
    'a command in one string',
    () => new Migrate(js({ container: { ...container, command: 'migrate up' } })),
    'expected a list; wrap it in a list: [ … ]',
  ],
  [
    'a duration of ISO 8601',
    () => new InitGate(js({ waitFor: [Dependency.dns('a')], timeout: 'PT5M' })),
    '; use Duration.parse("PT5M")',
  ],
  [
    'seconds as a string',
    () => new InitGate(js({ waitFor: [Dependency.dns('a')], timeout: '300' })),
    '; write 300',
  ],
  [
    'a word for a boolean',
    () => new LogSidecar(js({ files: ['/a/b'], native: 'false' })),
    'native is "false": expected true or false; write false',
  ],
  [
    'a Secret for a ConfigMap',
    () => Volumes.fromConfigMap('a', js(kplus.Secret.fromSecretName(chart(), 'a', 'a'))),
    'expected a cdk8s-plus ConfigMap',
  ],
  ['a URL for a host', () => Dependency.tcp('tcp://db', 5432), '"tcp://db" is not a host: use "db"'],
  ['an address for a name', () => Dependency.dns('db:5432'), '"db:5432" is not a host: use "db"'],
  [
    'an App for a Chart',
    () => new Pod(new App(), 'web', { main }),
    'cannot find a parent chart (directly or indirectly); create a Chart first, and pass it as the scope',
  ],
  [
    'an id twice',
    () => {
      const scope = chart();
      new Pod(scope, 'web', { main });
      new Pod(scope, 'web', { main });
    },
    "There is already a Construct with name 'web' in Chart [demo]; use another ID, the second argument",
  ],
  [
    'a Size of CPU',
    () =>
      new Pod(
        chart(),
        'web',
        js({ main: { ...main, resources: { limits: { cpu: Size.mebibytes(5) } } } }),
      ).toYaml(),
    'spec.containers[0].resources.limits.cpu is an instance of Size: a manifest can only contain plain values; a Size can only be used for an amount of bytes',
  ],
  [
    'a Size for a name',
    () => new Pod(chart(), 'web', js({ main, hostname: Size.mebibytes(5) })).toYaml(),
    'spec.hostname is an instance of Size',
  ],
  [
    'a Cpu of memory',
    () =>
      new Pod(
        chart(),
        'web',
        js({ main: { ...main, resources: { limits: { memory: kplus.Cpu.millis(5) } } } }),
      ).toYaml(),
    'limits.memory is an instance of Cpu: a manifest can only contain plain values; a Cpu can only be used for an amount of CPU',
  ],
  [
    'half a second',
    () =>
      new Pod(chart(), 'web', js({ main, terminationGracePeriodSeconds: Duration.millis(1500) })).toYaml(),
    'spec.terminationGracePeriodSeconds is an instance of Duration: a manifest can only contain plain values; it is not a whole number of seconds',
  ],
  [
    'a probe of cdk8s-plus',
    () =>
      new Pod(
        chart(),
        'web',
        js({ main: { ...main, livenessProbe: kplus.Probe.fromHttpGet('/') } }),
      ).toYaml(),
    'spec.containers[0].livenessProbe is an instance of Probe: a manifest can only contain plain values; use Probe.httpGet(…)',
  ],
  [
    'a Secret for its name',
    () =>
      new Pod(
        chart(),
        'web',
        js({ main, imagePullSecrets: [kplus.Secret.fromSecretName(chart(), 'a', 'a')] }),
      ).toYaml(),
    'spec.imagePullSecrets[0] is an instance of ImportedSecret: a manifest can only contain plain values; use { name: ….name }',
  ],
  [
    'a class for a name',
    () => new Pod(chart(), 'web', js({ main, serviceAccountName: kplus.ServiceAccount })).toYaml(),
    'spec.serviceAccountName is the class ServiceAccount: a manifest can only contain plain values',
  ],
  [
    'a Promise',
    () => new Pod(chart(), 'web', js({ main: { ...main, image: Promise.resolve('a') } })).toYaml(),
    '; await it first: await …',
  ],
  [
    'a Namespace for its name',
    () =>
      new Pod(
        chart(),
        'web',
        js({ metadata: { namespace: new kplus.Namespace(chart(), 'a') }, main }),
      ).toYaml(),
    'metadata: ',
  ],
  [
    'a field under both names',
    () => new Pod(chart(), 'web', js({ main, hostPID: true, hostPid: true })).toYaml(),
    'demo/web (',
  ],
  [
    'a construct for a manifest',
    () => Kubectl.setImage(new Pod(chart(), 'web', { main }), { images: { app: 'a:2' } }),
    'manifest is an instance of Pod: a manifest can only contain plain values; use the rendered object',
  ],
  [
    'a class for a scope',
    () => Kubectl.run('a', { image: 'a' }).addTo(js(Chart), 'a'),
    'scope is the class Chart: expected a construct',
  ],
  ['nothing to expose', () => Kubectl.expose({}, { port: 80 }), "Object 'Kind' is missing in '{}'"],
];

test.each(MISTAKES)('%s', (_, action, message) => {
  let error: unknown;
  try {
    action();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({
    message: typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
  });
  expect((error as Error).constructor.name).toMatch(/^(Kubectl)?Error$/);
});

test('all that is wrong is told at once, with the construct and the line', () => {
  const action = () =>
    new SidecarLogPod(chart(), 'web', js({ main, sidecar: { file: ['/a/b'], native: 'yes' } }));
  expect(action).toThrow(
    /^demo\/web: SidecarLogPod \(test\/options\/mistakes\.test\.ts:\d+:\d+\): 2 invalid arguments\n {2}unknown option "sidecar\.file": did you mean "files"\?\n {2}sidecar\.native is "yes": expected true or false$/,
  );
});

test('each time and amount takes both forms', () => {
  const sleep = { preStop: { sleep: { seconds: Duration.seconds(5) } } };
  const pod = {
    main: { ...main, lifecycle: sleep },
    terminationGracePeriodSeconds: Duration.minutes(2),
    restartPolicy: 'Never',
  };
  const job = new Job(
    chart(),
    'web',
    js({ ttlSecondsAfterFinished: Duration.hours(1), activeDeadlineSeconds: Duration.minutes(1), pod }),
  );
  expect(job.apiObject.toJson().spec).toMatchObject({
    ttlSecondsAfterFinished: 3600,
    activeDeadlineSeconds: 60,
    template: {
      spec: {
        terminationGracePeriodSeconds: 120,
        containers: [{ lifecycle: { preStop: { sleep: { seconds: 5 } } } }],
      },
    },
  });
  expect(job.template.startupOrder()).toMatchObject([{ graceSeconds: 120, preStopSeconds: 5 }]);
  const cron = new CronJob(chart(), 'web', js({ schedule: Cron.daily(), pod: { main } }));
  expect(cron.apiObject.toJson().spec.schedule).toBe('0 0 * * *');
});

test('a Validation made by its constructor judges like any other', () => {
  const app = new App();
  new (js(Validation) as new (scope: App) => Validation)(app);
  new ApiObject(new Chart(app, 'demo'), 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } });
  expect(() => app.synth()).toThrow('Validation failed');
});

test('values of cdk8s and cdk8s-plus stand for what they mean', () => {
  const pod = new Pod(
    chart(),
    'web',
    js({
      main: { ...main, resources: { limits: { cpu: kplus.Cpu.millis(100), memory: Size.mebibytes(64) } } },
      serviceAccountName: account,
      terminationGracePeriodSeconds: Duration.minutes(1),
    }),
  );
  const { spec } = pod.apiObject.toJson();
  expect(spec).toMatchObject({ serviceAccountName: account.name, terminationGracePeriodSeconds: 60 });
  expect(spec.containers[0].resources.limits).toEqual({ cpu: '100m', memory: '64Mi' });
});

test('an object where no name of its kind is meant is told with the construct and the line', () => {
  const pod = new Pod(chart(), 'web', js({ main, hostname: account }));
  expect(() => pod.toYaml()).toThrow(
    /^demo\/web \(test\/options\/mistakes\.test\.ts:\d+:\d+\): spec\.hostname is an instance of ServiceAccount: a manifest can only contain plain values; use its name: ….name$/,
  );
});

test('sizes and durations are the same in either form', () => {
  const gate = (timeout: Duration | number) =>
    new Pod(chart(), 'web', {
      main,
      patterns: [new InitGate({ waitFor: [Dependency.dns('a')], timeout })],
    }).toYaml();
  expect(gate(300)).toBe(gate(Duration.minutes(5)));
  const logs = (sizeLimit: Size | string) =>
    new Pod(chart(), 'web', { main, patterns: [new LogSidecar({ files: ['/a/b'], sizeLimit })] }).toYaml();
  expect(logs('100Mi')).toBe(logs(Size.mebibytes(100)));
  const own = {
    initialDelaySeconds: 5,
    periodSeconds: Duration.seconds(6),
    timeoutSeconds: 7,
    terminationGracePeriodSeconds: 8,
    failureThreshold: 9,
  };
  expect(Probe.httpGet('/', 80, own)).toEqual({ httpGet: { path: '/', port: 80 }, ...own, periodSeconds: 6 });
  expect(() => Probe.tcpSocket(80, { period: 5, periodSeconds: 5 })).toThrow(
    atLine('Probe: "period" and "periodSeconds" are aliases: use one of them'),
  );
});
