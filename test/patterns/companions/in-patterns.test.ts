import { Chart, Testing } from 'cdk8s';
import {
  Adapter,
  AuthProxies,
  AuthProxy,
  Companion,
  type CompanionOptions,
  type CompanionProps,
  ConfigReloader,
  CopyFiles,
  Deployment,
  InitGate,
  type k8s,
  LogSidecar,
  Migrate,
  type PodPattern,
  PodTemplate,
  RenderConfig,
  SidecarLogPod,
  SocketCompanion,
} from '../../../lib';
import { atLine } from '../../support/at-line';

const MAIN = { name: 'api', image: 'ghcr.io/acme/api:1' };
const CONTAINER = { name: 'helper', image: 'quay.io/acme/helper:1' };
const CONFIG = { mountPath: '/etc/helper', files: { 'helper.conf': 'a=1' } };

const companion = (props: Partial<CompanionProps> = {}, options: CompanionOptions = {}) =>
  new Companion({ container: CONTAINER, config: CONFIG, settings: { url: 'http://x' }, ...props }, options);

const PATTERNS: { readonly [name: string]: (helper: Companion) => PodPattern } = {
  AuthProxy: (container) => new AuthProxy({ container, port: 4180, upstreamPort: 8080 }),
  LogSidecar: (container) => new LogSidecar({ container, files: ['/var/log/app/app.log'] }),
  ConfigReloader: (container) =>
    new ConfigReloader({
      container,
      watch: ['/etc/app'],
      volume: { name: 'app', configMap: { name: 'app' } },
    }),
  CopyFiles: (container) => new CopyFiles({ container, from: ['/plugins/'], to: '/opt/plugins' }),
  RenderConfig: (container) => new RenderConfig({ container, to: '/etc/rendered' }),
  SocketCompanion: (container) => new SocketCompanion({ container, socket: '/run/helper/helper.sock' }),
  InitGate: (container) => new InitGate({ containers: [container] }),
  Migrate: (container) => new Migrate({ container }),
};

describe.each(Object.entries(PATTERNS))('%s', (_, pattern) => {
  const helperIn = (props: Partial<CompanionProps>, options?: CompanionOptions) => {
    const pod = new PodTemplate({ main: MAIN, patterns: [pattern(companion(props, options))] });
    return { pod, helper: pod.tryContainer('helper')! };
  };

  test('adds the container as it is, with its configuration, and tells main its settings', () => {
    const { pod, helper } = helperIn({}, { mainEnv: { URL: 'url' } });
    expect(helper).toMatchObject({ image: 'quay.io/acme/helper:1' });
    expect(helper.command).toBeUndefined();
    expect(helper.volumeMounts).toContainEqual({
      name: 'helper-config',
      mountPath: '/etc/helper',
      readOnly: true,
    });
    expect(pod.volumes).toContainEqual({ name: 'helper-config', configMap: { name: 'helper-config' } });
    expect(pod.main.env).toContainEqual({ name: 'URL', value: 'http://x' });
    expect(pod.annotations).toHaveProperty(['checksum/helper-config']);
  });

  test('creates its ConfigMap before the workload', () => {
    const chart = Testing.chart();
    new Deployment(chart, 'api', { pod: { main: MAIN, patterns: [pattern(companion())] } });
    const kinds = (Testing.synth(chart) as k8s.ObjectMeta[]).map((object: any) => object.kind);
    expect(kinds).toEqual(['ConfigMap', 'Deployment']);
  });
});

describe('a companion in place of the options', () => {
  test('gives AuthProxy both ports', () => {
    const main = { ...MAIN, ports: [{ name: 'http', containerPort: 8080 }] };
    const helper = companion({
      container: { ...CONTAINER, ports: [{ containerPort: 4180 }] },
      upstreamPort: 8080,
    });
    const pod = new PodTemplate({ main, patterns: [new AuthProxy({ container: helper })] });
    expect(pod.main.ports).toEqual([{ containerPort: 8080 }]);
    expect(pod.tryContainer('helper')!.ports).toEqual([{ name: 'http', containerPort: 4180 }]);
  });

  test.each([
    [{ port: 4180 }, '"upstreamPort" is missing: set the port that the main container listens on'],
    [{ upstreamPort: 8080 }, '"port" is missing: set the port that the proxy listens on'],
  ])('AuthProxy needs what it does not know: %j', (props, message) => {
    expect(() => new AuthProxy({ container: companion(props) })).toThrow(atLine(`AuthProxy: ${message}`));
  });

  test('gives LogSidecar its files', () => {
    const chart = Testing.chart();
    new SidecarLogPod(chart, 'pod', { main: MAIN, sidecar: companion({ files: ['/var/log/app/a.log'] }) });
    const [, pod] = Testing.synth(chart) as any[];
    expect(pod.spec.containers[0].volumeMounts).toEqual([{ name: 'logs', mountPath: '/var/log/app' }]);
    expect(() => new LogSidecar({ container: companion() })).toThrow(
      atLine('LogSidecar: the companion "helper" reads no log files: use one of LogShippers'),
    );
    expect(() => new LogSidecar({ files: [] })).toThrow(atLine('LogSidecar: "files" is empty'));
  });

  test('gives ConfigReloader its directories, or fills one', () => {
    const volume = { name: 'live', configMap: { name: 'live' } };
    const watching = companion({ files: ['/etc/live'] });
    const pod = new PodTemplate({
      main: MAIN,
      patterns: [new ConfigReloader({ container: watching, volume })],
    });
    expect(pod.tryContainer('helper')!.volumeMounts).toContainEqual({
      name: 'live',
      mountPath: '/etc/live',
      readOnly: true,
    });
    expect(() => new ConfigReloader({ container: companion({ filledPaths: ['/data'] }) })).not.toThrow();
    expect(() => new ConfigReloader({ container: companion() })).toThrow(
      atLine('ConfigReloader: "watch" is empty'),
    );
  });
});

describe('state', () => {
  const stateMount = (main: Partial<k8s.Container>, volumes: k8s.Volume[] = []) => {
    const patterns = [
      new LogSidecar({ container: companion({ files: ['/var/log/app/a.log'], statePath: '/state' }) }),
    ];
    const pod = new PodTemplate({ main: { ...MAIN, ...main }, volumes, patterns });
    const mounts = pod.tryContainer('helper')!.volumeMounts!;
    return mounts.filter(({ mountPath }) => mountPath !== '/etc/helper');
  };
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

  test('is a directory of the volume of the files, which are read-only', () => {
    expect(stateMount({})).toEqual([
      { name: 'logs', mountPath: '/var/log/app', readOnly: true },
      { name: 'logs', mountPath: '/state', subPath: '.helper' },
    ]);
  });

  test.each([
    [{ subPath: 'logs' }, { subPath: 'logs/.helper' }],
    [{ subPathExpr: '$(POD)' }, { subPathExpr: '$(POD)/.helper' }],
    [{ readOnly: true }, { subPath: '.helper' }],
  ])('follows the mount of main %j', (given, expected) => {
    const [, state] = stateMount(
      { volumeMounts: [{ name: 'data', mountPath: '/var/log', ...given }] },
      volumes,
    );
    expect(state).toEqual({ name: 'data', mountPath: '/state', ...expected });
  });
});

test('a companion that reads files is refused where nothing shares them', () => {
  const patterns = [new Adapter({ container: companion({ files: ['/logs/a.log'], statePath: '/state' }) })];
  expect(() => new PodTemplate({ main: MAIN, patterns })).toThrow(
    atLine(
      'companion "helper" reads /logs/a.log, but container "api" has no volume there: use it in LogSidecar',
    ),
  );
});

test('filled directories are writable for the companion and read-only for main', () => {
  const patterns = [new ConfigReloader({ container: companion({ filledPaths: ['/data', '/more'] }) })];
  const pod = new PodTemplate({ main: MAIN, patterns });
  expect(pod.main.volumeMounts).toEqual([
    { name: 'helper-files', mountPath: '/data', readOnly: true },
    { name: 'helper-files-2', mountPath: '/more', readOnly: true },
  ]);
  expect(pod.tryContainer('helper')!.volumeMounts).toEqual(
    expect.arrayContaining([
      { name: 'helper-files', mountPath: '/data' },
      { name: 'helper-files-2', mountPath: '/more' },
    ]),
  );
});

describe('the user of the main container', () => {
  const own = { runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true };
  const userOf = (spec: object, main: Partial<k8s.Container> = {}, options: CompanionOptions = {}) => {
    const helper = companion(
      { container: { ...CONTAINER, securityContext: own }, asMainUser: true },
      options,
    );
    const patterns = [new LogSidecar({ container: helper, files: ['/var/log/app/a.log'] })];
    const pod = new PodTemplate({ main: { ...MAIN, ...main }, ...spec, patterns });
    return pod.tryContainer('helper')!.securityContext;
  };

  test('is that of the companion, if it shares files', () => {
    const pod = { securityContext: { runAsUser: 1, runAsGroup: 2 } };
    expect(userOf({})).toEqual(own);
    expect(userOf(pod)).toEqual({ runAsUser: 1, runAsGroup: 2, runAsNonRoot: true });
    expect(userOf(pod, { securityContext: { runAsUser: 3 } })).toMatchObject({ runAsUser: 3, runAsGroup: 2 });
    expect(userOf({}, { securityContext: { runAsUser: 0 } })).toMatchObject({
      runAsUser: 0,
      runAsNonRoot: false,
    });
  });

  test('is not, if the user chooses another', () => {
    const securityContext = { runAsUser: 7 };
    expect(userOf({ securityContext: { runAsUser: 1 } }, {}, { securityContext })).toEqual(securityContext);
  });
});

test('objects of the cluster have no namespace, not even that of the chart', () => {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  const patterns = [new AuthProxy({ container: AuthProxies.kubeRbacProxy({ upstreamPort: 8080 }) })];
  new Deployment(chart, 'api', { pod: { main: MAIN, serviceAccountName: 'api', patterns } });
  const [role, binding, deployment] = chart.toJson();
  expect([role.kind, binding.kind, deployment.kind]).toEqual([
    'ClusterRole',
    'ClusterRoleBinding',
    'Deployment',
  ]);
  expect([role, binding, deployment].map(({ metadata }) => metadata.namespace)).toEqual([
    undefined,
    undefined,
    'shop',
  ]);
  expect(binding.roleRef.name).toBe(role.metadata.name);
  expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }]);
});
