import {
  Adapter,
  ConfigReloader,
  ContentSync,
  CopyFiles,
  Dependency,
  FixPermissions,
  InitGate,
  LogSidecar,
  PodTemplate,
  RenderConfig,
} from '../../lib';
import { podErrors, restrictedMain } from '../support/judged-pod';

const props = {
  main: { ...restrictedMain, volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
};

const stack = (native: boolean) => [
  new InitGate({ waitFor: [Dependency.tcp('db', 5432)] }),
  new FixPermissions({ fsGroup: 1000 }),
  new CopyFiles({ image: 'plugins:1', from: ['/plugins/'], to: '/opt/plugins' }),
  new RenderConfig({
    to: '/etc/app',
    templates: { 'app.conf': '${HOST}' },
    env: [{ name: 'HOST', value: 'db' }],
  }),
  new ContentSync({ repo: 'https://git.example.com/site', to: '/site', native }),
  new ConfigReloader({
    watch: ['/etc/live'],
    volume: { name: 'live', configMap: { name: 'live' } },
    process: 'app',
    native,
  }),
  new LogSidecar({ files: ['/var/log/app/app.log'], native }),
  new Adapter({
    container: { ...restrictedMain, name: 'exporter', image: 'exporter:1' },
    share: '/var/log/app',
    native,
  }),
];

describe.each([true, false])('native: %p', (native) => {
  test('all together are valid and under the restricted level; twice each, too', () => {
    expect(podErrors(stack(native), props)).toEqual([]);
    expect(podErrors([...stack(native).slice(1, -1), ...stack(native).slice(1, -1)], props)).toEqual([]);
  });

  test('the same patterns make the same Pod, and one instance serves several', () => {
    const patterns = stack(native);
    const render = (given = patterns) =>
      JSON.stringify(new PodTemplate({ ...props, patterns: given }).toSpec());
    expect(render()).toBe(render());
    expect(render(stack(native))).toBe(render());
  });
});

test("they start in the order they are given: gates, then what prepares and native sidecars, then the Pod's own", () => {
  const pod = new PodTemplate({
    ...props,
    initContainers: [{ name: 'own' }],
    patterns: [...stack(true), new FixPermissions({ paths: ['/data'], user: 1000 })],
  });
  expect(pod.initContainers.map(({ name }) => name)).toEqual([
    'init-gate',
    'fix-permissions',
    'copy-files',
    'render-config',
    'content-sync',
    'config-reloader',
    'log-sidecar',
    'exporter',
    'own',
  ]);
});
