import { type ConfigmapReloadOptions, ConfigReloader, ConfigReloaders, PodTemplate } from '../../../lib';
import { atLine } from '../../support/at-line';

const URL = 'http://127.0.0.1:9090/-/reload';
const reloader = (options: Partial<ConfigmapReloadOptions> = {}) =>
  ConfigReloaders.configmapReload({ watch: ['/etc/live'], url: URL, ...options });

test('it watches what main mounts, and calls a URL', () => {
  const volumeMounts = [{ name: 'live', mountPath: '/etc/live' }];
  const pod = new PodTemplate({
    main: { name: 'prometheus', image: 'prom/prometheus:v3.1.0', volumeMounts },
    volumes: [{ name: 'live', configMap: { name: 'live' } }],
    patterns: [new ConfigReloader({ container: reloader() })],
  });
  expect(pod.tryContainer('configmap-reload')).toMatchObject({
    args: ['--volume-dir=/etc/live', `--webhook-url=${URL}`, '--web.listen-address=:9533'],
    ports: [{ name: 'metrics', containerPort: 9533 }],
    livenessProbe: { httpGet: { path: '/', port: 9533 } },
    volumeMounts: [{ name: 'live', mountPath: '/etc/live', readOnly: true }],
  });
  expect(pod.tryField('shareProcessNamespace')).toBeUndefined();
});

test('every option is an argument', () => {
  const options = { watch: ['/a', '/b'], method: 'PUT', statusCode: 204, attempts: 3, port: 9000 } as const;
  expect(reloader({ ...options, watch: ['/a', '/b'] }).toContainer().args).toEqual([
    '--volume-dir=/a',
    '--volume-dir=/b',
    `--webhook-url=${URL}`,
    '--webhook-method=PUT',
    '--webhook-status-code=204',
    '--webhook-retries=3',
    '--web.listen-address=:9000',
  ]);
});

test('what main does not mount cannot be watched', () => {
  const main = { name: 'web', image: 'web:1' };
  expect(() => new PodTemplate({ main, patterns: [new ConfigReloader({ container: reloader() })] })).toThrow(
    atLine('ConfigReloader: container "web" has no mount at "/etc/live"'),
  );
});

test.each<[Partial<ConfigmapReloadOptions>, string]>([
  [{ watch: [] }, '"watch" is []: specify at least one directory'],
  [{ watch: ['etc'] }, '"watch" is "etc": use an absolute path below "/"'],
  [{ url: 'localhost:9090' }, '"url" is "localhost:9090": start it with http:// or https://'],
  [{ attempts: 0 }, '"attempts" is 0'],
  [{ statusCode: 99 }, '"statusCode" is 99: use a status code of HTTP'],
  [{ port: 65536 }, '"port" is 65536'],
])('%j is refused', (options, message) => {
  expect(() => reloader(options)).toThrow(message);
});
