import { App, Chart, Duration, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Adapter,
  Ambassador,
  AuthProxy,
  ConfigReloader,
  Dependency,
  Deployment,
  EnvVars,
  FixPermissions,
  InitGate,
  InitGatedPod,
  Kubectl,
  LogSidecar,
  ManifestValidator,
  Migrate,
  Pod,
  PodDefaults,
  Probe,
  SidecarLogPod,
  StatefulMember,
  Validation,
  Volumes,
} from '../../lib';

/** As plain JavaScript is: without types. */
const js = (value: unknown) => value as never;
const chart = () => new Chart(new App(), 'demo');
const container = { name: 'a', image: 'a:1' };
const main = { name: 'app', image: 'app:1' };
const cyclic: unknown[] = [];
cyclic.push(cyclic);
const account = new kplus.ServiceAccount(chart(), 'account');

const MISTAKES: readonly [string, () => unknown, string][] = [
  [
    'LogSidecar without options',
    () => new LogSidecar(...([] as unknown as [never])),
    'there are no options: give at least "files"',
  ],
  [
    'a misspelt option',
    () => new LogSidecar(js({ files: ['/a/b'], imgae: 'x' })),
    'there is no option "imgae": did you mean "image"?',
  ],
  [
    'a string for a list',
    () => new LogSidecar(js({ files: '/a/b' })),
    'files is "/a/b": expected a list of strings; put it in brackets: [ … ]',
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
    'files is a Lazy: expected a list of strings; a Lazy is not known yet when patterns read it: give the value itself',
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
    'waitFor[0] is "mydb:5432": expected a Dependency, such as Dependency.tcp("db", 5432); write Dependency.tcp("mydb", 5432)',
  ],
  [
    'one dependency',
    () => new InitGate(js({ waitFor: Dependency.tcp('mydb', 5432) })),
    'waitFor is a Dependency: expected a list of dependencies; put it in brackets: [ … ]',
  ],
  [
    'a duration as in Go',
    () => new InitGate(js({ waitFor: [Dependency.dns('a')], timeout: '5m' })),
    'timeout is "5m": expected a number or a Duration, such as Duration.seconds(30); write Duration.minutes(5)',
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
    'there is no option "wait.timout": did you mean "timeout"?',
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
    'patterns[0] is the class LogSidecar: expected a pattern, such as new LogSidecar({ … }); make one: new LogSidecar({ … })',
  ],
  [
    'one pattern',
    () => new Pod(chart(), 'web', js({ main, patterns: new LogSidecar({ files: ['/a/b'] }) })),
    'patterns is a LogSidecar: expected a list of patterns; put it in brackets: [ … ]',
  ],
  [
    'a misspelt option of ours',
    () => new Pod(chart(), 'web', js({ main, paterns: [] })),
    'there is no option "paterns": did you mean "patterns"?',
  ],
  ['no Pod', () => new Deployment(chart(), 'web', js({ replicas: 1 })), 'pod is missing: expected an object'],
  [
    'no properties',
    () => new Deployment(chart(), 'web', ...([] as unknown as [never])),
    'there are no options: give at least "pod"',
  ],
  [
    'a gate that is none',
    () => new InitGatedPod(chart(), 'web', js({ main, gate: 5 })),
    'gate is 5: expected an object',
  ],
  [
    'a misspelt option of a construct',
    () => new SidecarLogPod(chart(), 'web', js({ main, sidecar: { file: ['/a/b'] } })),
    'there is no option "sidecar.file": did you mean "files"?',
  ],
  [
    'a misspelt default',
    () => PodDefaults.of(chart()).add(js({ container: { enviroment: [] } })),
    'there is no option "container.enviroment"',
  ],
  [
    'a misspelt option of Validation',
    () => Validation.of(chart()).configure(js({ kubernetesVerison: '1.34' })),
    'there is no option "kubernetesVerison": did you mean "kubernetesVersion"?',
  ],
  [
    'a misspelt option of ManifestValidator',
    () => new ManifestValidator(js({ podSecurty: 'restricted' })),
    'there is no option "podSecurty": did you mean "podSecurity"?',
  ],
  [
    'a misspelt option of a probe',
    () => Probe.httpGet('/', 80, js({ initalDelay: 5 })),
    'there is no option "initalDelay": did you mean "initialDelay"?',
  ],
  [
    'a command as a string',
    () => Probe.exec(js('true')),
    'command is "true": expected a list of strings; put it in brackets: [ … ]',
  ],
  ['a port of a dependency', () => Dependency.tcp('a', js('80')), 'port is "80": expected a number'],
  [
    'a name for a ConfigMap',
    () => Volumes.fromConfigMap('a', js('map')),
    'configMap is "map": expected a ConfigMap of cdk8s-plus',
  ],
  [
    'no key',
    () => EnvVars.fromSecret('A', kplus.Secret.fromSecretName(chart(), 'a', 'a'), js(undefined)),
    'key is missing: expected a string',
  ],
  [
    'kubectl without options',
    () => Kubectl.run('a', js(undefined)),
    'there are no options: give at least "image"',
  ],
  [
    'a fraction of a port',
    () => Kubectl.createServiceNodePort('a', js({ tcp: ['80'], nodePort: 1.5 })),
    'nodePort is 1.5: expected a whole number',
  ],
  [
    'no images',
    () => Kubectl.setImage({ apiVersion: 'v1', kind: 'Pod' }, js({})),
    'images is missing: expected an object with strings',
  ],
  ['a CronJob that is none', () => Kubectl.createJobFrom('a', {}), 'from must be an existing cronjob'],
  ['nothing to expose', () => Kubectl.expose({}, { port: 80 }), "Object 'Kind' is missing in '{}'"],
];

test.each(MISTAKES)('%s', (_, action, message) => {
  let error: unknown;
  try {
    action();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ message: expect.stringContaining(message) });
  expect((error as Error).constructor.name).toMatch(/^(Kubectl)?Error$/);
});

test('all that is wrong is told at once, with the construct and the line', () => {
  const action = () =>
    new SidecarLogPod(chart(), 'web', js({ main, sidecar: { file: ['/a/b'], native: 'yes' } }));
  expect(action).toThrow(
    /^demo\/web: SidecarLogPod \(test\/options\/mistakes\.test\.ts:\d+:\d+\): 3 arguments are wrong\n {2}there is no option "sidecar\.file": did you mean "files"\?\n {2}sidecar\.native is "yes": expected true or false\n {2}sidecar\.files is missing: expected a list of strings$/,
  );
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
    /^demo\/web \(test\/options\/mistakes\.test\.ts:\d+:\d+\): spec\.hostname is an instance of ServiceAccount: a manifest holds plain values only; write its name: ….name$/,
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
    'Probe: it has both "period" and "periodSeconds": they are the same, so use one',
  );
});
