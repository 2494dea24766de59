import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { KubeDeployment } from 'cdk8s-plus-28/lib/imports/k8s';
import {
  Adapter,
  AdapterPod,
  Adapters,
  Ambassador,
  Ambassadors,
  Companion,
  type CompanionOptions,
  type CompanionProps,
  Deployment,
  Pod,
  PodDefaults,
  PodTemplate,
} from '../../../lib';
import { atLine } from '../../support/at-line';

const PROPS: CompanionProps = {
  container: { name: 'proxy', image: 'quay.io/acme/proxy:1.2', ports: [{ containerPort: 6380 }] },
  settings: { url: 'redis://127.0.0.1:6380' },
};
const WITH_CONFIG: CompanionProps = {
  ...PROPS,
  config: { mountPath: '/etc/proxy', files: { 'proxy.conf': 'listen 6380' } },
};
const MAIN = { name: 'api', image: 'ghcr.io/acme/api:1' };

const containerOf = (options: CompanionOptions, props = PROPS) => new Companion(props, options).toContainer();

function templateWith(props: CompanionProps, options: CompanionOptions = {}, spec: object = {}) {
  return new PodTemplate({
    main: MAIN,
    ...spec,
    patterns: [new Adapter({ container: new Companion(props, options) })],
  });
}

describe('the image', () => {
  test.each([
    [{}, 'quay.io/acme/proxy:1.2'],
    [{ version: '1.3' }, 'quay.io/acme/proxy:1.3'],
    [{ registry: 'mirror.example.com:5000/quay/' }, 'mirror.example.com:5000/quay/acme/proxy:1.2'],
    [{ digest: `sha256:${'a'.repeat(64)}` }, `quay.io/acme/proxy:1.2@sha256:${'a'.repeat(64)}`],
    [{ image: 'proxy@sha256:1' }, 'proxy@sha256:1'],
  ])('%j makes it %s', (options, image) => {
    expect(containerOf(options).image).toBe(image);
  });

  test.each([
    [{ image: 'a:1', version: '2' }, '"image" and "version" are both set'],
    [{ digest: 'sha256:abc' }, '"digest" is "sha256:abc": use sha256: and 64'],
    [{ registry: 'https://mirror.example.com' }, 'remove the scheme'],
    [{ registry: 'HTTPS://mirror.example.com' }, 'remove the scheme'],
    [{ registry: '' }, '"registry" is "": use a host'],
    [{ registry: 'mirror.example.com//' }, 'use a host and a path'],
    [{ registry: 'my mirror' }, 'use a host and a path'],
    [{ version: '' }, '"version" is "": use a tag'],
    [{ version: '1.0\nUSER root' }, 'use a tag'],
    [{ version: `1.0@sha256:${'a'.repeat(64)}` }, 'a digest is an option of its own'],
  ])('%j is refused', (options, message) => {
    expect(() => containerOf(options)).toThrow(message);
  });
});

test.each([
  ['a', { version: '2' }, 'a:2'],
  ['a/b@sha256:1', { registry: 'r.io' }, 'r.io/a/b'],
  ['localhost:5000/a/b:1', { version: '2' }, 'localhost:5000/a/b:2'],
  ['a/b:1@sha256:1', {}, 'a/b:1@sha256:1'],
])('the image %s with %j is %s', (image, options, expected) => {
  const container = { ...PROPS.container, image };
  expect(containerOf(options, { ...PROPS, container }).image).toBe(expected);
});

test.each([
  [{}, 'container is missing'],
  [{ container: { name: 'a' } }, '"container.image" is undefined: expected a string'],
  [{ container: { name: 'a', image: [] } }, '"container.image" is '],
  [{ container: { image: 'a' } }, '"container.name" is undefined'],
])('%j is refused', (props, message) => {
  const make = () => new Companion(props as unknown as CompanionProps);
  expect(make).toThrow(/^Companion \(/);
  expect(make).toThrow(message);
});

test('null in place of options is refused', () => {
  expect(() => new Companion(PROPS, null as unknown as CompanionOptions)).toThrow(
    'is null: expected an object',
  );
});

test('options change the container, and leave the rest as it is', () => {
  const container = containerOf(
    { name: 'p', args: ['--b'], env: [{ name: 'A', value: '2' }], resources: {} },
    { container: { ...PROPS.container, args: ['--a'], env: [{ name: 'A', value: '1' }, { name: 'B' }] } },
  );
  expect(container).toMatchObject({
    name: 'p',
    args: ['--a', '--b'],
    env: [{ name: 'B' }, { name: 'A', value: '2' }],
    resources: {},
    ports: [{ containerPort: 6380 }],
  });
});

describe('configuration', () => {
  const deploymentWith = (files?: CompanionOptions['configFiles']) => {
    const chart = Testing.chart();
    const patterns = [new Ambassador({ container: new Companion(WITH_CONFIG, { configFiles: files }) })];
    new Deployment(chart, 'api', { pod: { main: MAIN, patterns } });
    return Testing.synth(chart) as any[];
  };

  test('is a ConfigMap before the workload, which mounts it read-only', () => {
    const [config, { spec }] = deploymentWith();
    expect(config).toMatchObject({ kind: 'ConfigMap', data: { 'proxy.conf': 'listen 6380' } });
    const [sidecar] = spec.template.spec.initContainers;
    expect(sidecar.volumeMounts).toEqual([{ name: 'proxy-config', mountPath: '/etc/proxy', readOnly: true }]);
    expect(spec.template.spec.volumes).toEqual([
      { name: 'proxy-config', configMap: { name: config.metadata.name } },
    ]);
  });

  test('changes an annotation of the Pods when it changes', () => {
    const checksum = (files?: CompanionOptions['configFiles']) =>
      deploymentWith(files)[1].spec.template.metadata.annotations['checksum/proxy-config'];
    expect(checksum()).toMatch(/^[0-9a-f]{64}$/);
    expect(checksum({ 'proxy.conf': 'listen 6380' })).toBe(checksum());
    expect(checksum({ 'proxy.conf': 'listen 6381' })).not.toBe(checksum());
    expect(checksum({ other: '' })).not.toBe(checksum());
  });

  test('is a Secret if it contains secrets', () => {
    const chart = Testing.chart();
    const companion = new Companion({ ...WITH_CONFIG, config: { ...WITH_CONFIG.config!, secret: true } });
    new AdapterPod(chart, 'pod', { main: MAIN, adapter: companion });
    const [secret, pod] = Testing.synth(chart) as any[];
    expect(secret).toMatchObject({ kind: 'Secret', stringData: { 'proxy.conf': 'listen 6380' } });
    expect(pod.spec.volumes[0].secret).toEqual({ secretName: secret.metadata.name });
  });

  test('one companion serves two workloads, each with a ConfigMap of its own', () => {
    const chart = Testing.chart();
    const patterns = [new Adapter({ container: new Companion(WITH_CONFIG) })];
    for (const id of ['a', 'b']) new Deployment(chart, id, { pod: { main: MAIN, patterns } });
    const objects = Testing.synth(chart) as any[];
    const names = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
    const mounted = objects
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ spec }) => spec.template.spec.volumes[0].configMap.name);
    expect(new Set(names).size).toBe(2);
    expect(mounted).toEqual(names);
  });

  test('is there for an object of another library', () => {
    const chart = Testing.chart();
    const labels = { app: 'api' };
    const template = { metadata: { labels }, spec: { containers: [MAIN] } };
    const object = new KubeDeployment(chart, 'api', {
      spec: { selector: { matchLabels: labels }, template },
    });
    PodTemplate.of(object).add(new Adapter({ container: new Companion(WITH_CONFIG) }));
    const [config, deployment] = Testing.synth(chart) as any[];
    expect(deployment.spec.template.spec.volumes[0].configMap.name).toBe(config.metadata.name);
  });

  test('is there for Pods that get the pattern as a default', () => {
    const chart = Testing.chart();
    PodDefaults.of(chart).add({ patterns: [new Adapter({ container: new Companion(WITH_CONFIG) })] });
    new Deployment(chart, 'api', { pod: { main: MAIN } });
    new kplus.Deployment(chart, 'web', { containers: [{ image: 'ghcr.io/acme/web:1' }] });
    const objects = Testing.synth(chart) as any[];
    expect(objects.map(({ kind }) => kind)).toEqual(['ConfigMap', 'Deployment', 'ConfigMap', 'Deployment']);
    for (const [index, name] of [1, 3].map((at) => [at, objects[at - 1].metadata.name])) {
      const { volumes } = objects[index].spec.template.spec;
      expect(volumes).toContainEqual({ name: 'proxy-config', configMap: { name } });
    }
  });

  test('is in the namespace of the workload', () => {
    const chart = Testing.chart();
    new Pod(chart, 'pod', {
      main: MAIN,
      metadata: { namespace: 'shop' },
      patterns: [new Adapter({ container: new Companion(WITH_CONFIG) })],
    });
    expect((Testing.synth(chart) as any[]).map(({ metadata }) => metadata.namespace)).toEqual([
      'shop',
      'shop',
    ]);
  });

  test('is reloaded by a sidecar of the same user if the Pods are kept', () => {
    const container = { ...PROPS.container, securityContext: { runAsUser: 70 } };
    const props = { ...WITH_CONFIG, container, reload: { process: 'proxy', signal: 'SIGUSR1' as const } };
    const pod = templateWith(props, { onConfigChange: 'reload' });
    expect(pod.annotations).toEqual({});
    expect(pod.tryField('shareProcessNamespace')).toBe(true);
    const reloader = pod.tryContainer('proxy-reloader')!;
    expect(reloader.args ?? reloader.command).toEqual(
      expect.arrayContaining(['proxy', 'USR1', '/etc/proxy']),
    );
    expect(reloader.securityContext).toEqual({ runAsUser: 70 });
    expect(reloader.volumeMounts).toEqual([
      { name: 'proxy-config', mountPath: '/etc/proxy', readOnly: true },
    ]);
  });

  test('is not reloaded where the node has processes of the same name', () => {
    const props = { ...WITH_CONFIG, reload: { process: 'proxy' } };
    expect(() => templateWith(props, { onConfigChange: 'reload' }, { hostPid: true })).toThrow(
      atLine(
        'companion "proxy": the Pod has hostPID, where other processes of the node may have the same name',
      ),
    );
    expect(templateWith(props, {}, { hostPid: true }).tryField('shareProcessNamespace')).toBeUndefined();
  });

  test('cannot be reloaded by a companion that does not say how', () => {
    expect(() => containerOf({ onConfigChange: 'reload' }, WITH_CONFIG)).toThrow('it cannot reload');
  });

  test('files for a companion without configuration are refused', () => {
    expect(() => containerOf({ configFiles: { a: '' } })).toThrow('"configFiles" is set, but it has no');
  });
});

describe('what the Pod must be like', () => {
  test('settings become variables of the main container under the names that the user chooses', () => {
    const pod = templateWith(PROPS, { mainEnv: { REDIS_URL: 'url' } });
    expect(pod.main.env).toEqual([{ name: 'REDIS_URL', value: 'redis://127.0.0.1:6380' }]);
  });

  test('an unknown setting is refused with those there are', () => {
    expect(() => containerOf({ mainEnv: { A: 'uri' } })).toThrow(
      '"mainEnv" sets A to the unknown setting "uri": use one of its settings: url',
    );
    expect(() => containerOf({ mainEnv: { url: 'REDIS_URL' } })).toThrow(
      `"mainEnv" sets url to the unknown setting "REDIS_URL": swap them, the name of the variable comes first: { REDIS_URL: 'url' }`,
    );
  });

  test('a variable that the main container has is refused', () => {
    const main = { ...MAIN, env: [{ name: 'A', value: '1' }] };
    expect(() => templateWith(PROPS, { mainEnv: { A: 'url' } }, { main })).toThrow('sets A, which');
  });

  test.each([
    [undefined, 20, undefined],
    [undefined, 40, 45],
    [60, 40, 60],
  ])(
    'grace period %s and a drain of %i s give %s',
    (terminationGracePeriodSeconds, drainSeconds, expected) => {
      const pod = templateWith({ ...PROPS, drainSeconds }, {}, { terminationGracePeriodSeconds });
      expect(pod.tryField('terminationGracePeriodSeconds')).toBe(expected);
    },
  );

  test('a grace period shorter than the drain is refused', () => {
    expect(() =>
      templateWith({ ...PROPS, drainSeconds: 40 }, {}, { terminationGracePeriodSeconds: 30 }),
    ).toThrow('takes up to 40 s to end, but the Pod has terminationGracePeriodSeconds: 30: use at least 45');
  });

  test('writable paths are emptyDirs with a size limit', () => {
    const pod = templateWith({ ...PROPS, writablePaths: ['/var/run/proxy'] });
    expect(pod.volumes).toEqual([{ name: 'proxy-var-run-proxy', emptyDir: { sizeLimit: '64Mi' } }]);
    expect(pod.initContainers[0].volumeMounts).toEqual([
      { name: 'proxy-var-run-proxy', mountPath: '/var/run/proxy' },
    ]);
  });

  test('processes are shared if it must see them', () => {
    const props = { ...PROPS, shareProcessNamespace: true };
    expect(templateWith(props).tryField('shareProcessNamespace')).toBe(true);
    expect(() => templateWith(props, {}, { shareProcessNamespace: false })).toThrow(
      'needs to see the processes',
    );
  });
});

describe('a companion that listens on localhost only', () => {
  const LOCAL = { ...PROPS, localhostOnly: true };

  test.each([{ httpGet: { port: 6380 } }, { tcpSocket: { port: 6380 } }, { grpc: { port: 6380 } }])(
    'refuses the probe %j, which cannot reach it',
    (probe) => {
      expect(() => containerOf({ readinessProbe: probe }, LOCAL)).toThrow('listens on 127.0.0.1 only');
    },
  );

  test('takes a probe of another port', () => {
    const livenessProbe = { httpGet: { port: 8080 } };
    expect(containerOf({ livenessProbe }, LOCAL).livenessProbe).toEqual(livenessProbe);
  });

  test('delays the main container as an ambassador', () => {
    const pod = new PodTemplate({
      main: MAIN,
      patterns: [new Ambassador({ container: new Companion(LOCAL) })],
    });
    expect(pod.initContainers.map(({ name }) => name)).toEqual(['proxy', 'wait-for-proxy']);
  });
});

describe('the name', () => {
  const longest = (options: CompanionOptions, props: CompanionProps) =>
    Array.from({ length: 64 }, (_, length) => 'a'.repeat(length))
      .reverse()
      .find((name) => {
        try {
          return containerOf({ ...options, name }, props);
        } catch {
          return false;
        }
      })?.length;

  test('leaves room for the names that begin with it', () => {
    const reloading = { ...WITH_CONFIG, reload: { process: 'proxy' } };
    expect(longest({}, PROPS)).toBe(63);
    expect(longest({}, WITH_CONFIG)).toBe(56);
    expect(longest({ onConfigChange: 'reload' }, reloading)).toBe(54);
    expect(() => containerOf({ name: 'a'.repeat(60) }, WITH_CONFIG)).toThrow(
      '"name" has 60 characters: use at most 56',
    );
  });

  test.each(['', 'A', 'a_b', 'a.b', '-a', 'a\nb'])('cannot be %j', (name) => {
    expect(() => containerOf({ name })).toThrow(`"name" is ${JSON.stringify(name)}: use lowercase letters`);
  });
});

describe('ports', () => {
  const LISTENING: CompanionProps = {
    container: { name: 'a', image: 'a:1' },
    port: 1000,
    listenPorts: [2000],
  };
  const adapterOf = (name: string, props: Partial<CompanionProps>, ports: { containerPort: number }[] = []) =>
    new Adapter({ container: new Companion({ ...props, container: { name, image: 'a:1', ports } }) });
  const podOf = (main: object, ...patterns: Adapter[]) =>
    new PodTemplate({ main: { ...MAIN, ...main }, patterns });

  test.each([
    ['the port of both', [adapterOf('a', { port: 1000 }), adapterOf('b', { port: 1000 })], 1000],
    ['a port on localhost', [adapterOf('a', LISTENING), adapterOf('b', { port: 2000 })], 2000],
    [
      'a declared port',
      [adapterOf('a', {}, [{ containerPort: 3 }]), adapterOf('b', { listenPorts: [3] })],
      3,
    ],
  ])('two companions cannot have the same: %s', (_, patterns, port) => {
    expect(() => podOf({}, ...patterns)).toThrow(
      atLine(`companion "b" listens on port ${port}, which container "a" uses`),
    );
  });

  test('the main container cannot have one of localhost', () => {
    const ports = [{ containerPort: 2000 }];
    expect(() => podOf({ ports }, adapterOf('a', LISTENING))).toThrow(
      atLine('companion "a" listens on port 2000, which container "api" uses'),
    );
    expect(() =>
      podOf({ ports: [{ containerPort: 2000, protocol: 'UDP' }] }, adapterOf('a', LISTENING)),
    ).not.toThrow();
  });

  test('a port that both declare is a matter of the rule port-conflict', () => {
    const ports = [{ containerPort: 3 }];
    expect(() => podOf({ ports }, adapterOf('a', { port: 3 }, ports))).not.toThrow();
  });

  const server = { host: 'redis' };
  const pool = (port: number) => ({ pools: [{ name: 'cache', port, servers: [server] }] });

  test.each([
    ['statistics', pool(6381), 22222],
    ['further pools', { pools: [...pool(6381).pools, { name: 'b', port: 6380, servers: [server] }] }, 6380],
  ])('twemproxy twice: %s', (_, options, port) => {
    const patterns = [
      new Ambassador({ container: Ambassadors.twemproxy(pool(6380)) }),
      new Ambassador({ container: Ambassadors.twemproxy({ name: 'other', statsPort: 22222, ...options }) }),
    ];
    expect(() => new PodTemplate({ main: MAIN, patterns })).toThrow(`listens on port ${port}`);
  });
});

describe('the files', () => {
  test.each(['', '../proxy.conf', 'a/b', 'a b'])('cannot be named %j, which no ConfigMap has', (file) => {
    expect(() => containerOf({ configFiles: { [file]: 'x' } }, WITH_CONFIG)).toThrow(
      `"configFiles" contains ${JSON.stringify(file)}: use letters`,
    );
  });
});

describe('errors name the call and the source line', () => {
  test.each([
    [() => Adapters.redisMetrics({ port: 0 }), 'Adapters.redisMetrics', '"port" is 0: use an integer from 1'],
    [
      () => Adapters.redisMetrics({ password: 'x' as any }),
      'Adapters.redisMetrics',
      'expected the key of a Secret',
    ],
    [
      () => Ambassadors.pgBouncer({ host: 'db:5432', authFile: { key: 'users' } }),
      'Ambassadors.pgBouncer',
      'use the host alone, "db", and set the port to 5432 in its own option',
    ],
  ])('%#', (make, call, text) => {
    expect(make).toThrow(
      new RegExp(`^${call.replace('.', '\\.')} \\(.*companion\\.test\\.ts:\\d+:\\d+\\): `),
    );
    expect(make).toThrow(text);
  });
});

test('an ambassador without a port is refused', () => {
  expect(() => new Ambassador({ container: MAIN })).toThrow(atLine('Ambassador: "port" is missing'));
});
