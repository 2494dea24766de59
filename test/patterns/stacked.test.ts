import { Duration } from 'cdk8s';
import {
  AuthProxy,
  LogSidecar,
  ManifestValidator,
  Migrate,
  PodTemplate,
  SocketCompanion,
  StatefulMember,
} from '../../lib';

const stack = (native: boolean) =>
  new PodTemplate({
    main: {
      name: 'app',
      image: 'app:1',
      env: [{ name: 'A', value: '1' }],
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: { httpGet: { path: '/', port: 'http' } },
    },
    patterns: [
      new AuthProxy({
        container: { name: 'proxy', image: 'proxy:1' },
        port: 4180,
        upstreamPort: 8080,
        probes: 'proxy',
        native,
        mainEnv: [{ name: 'B', value: '2' }],
      }),
      new SocketCompanion({
        container: { name: 'sql', image: 'sql:1' },
        socket: '/run/sql/s.sock',
        native,
        mainEnv: [{ name: 'C', value: '3' }],
      }),
      new Migrate({
        container: { name: 'migrate', command: ['migrate'] },
        envFromMain: true,
        mountsFromMain: true,
        timeout: Duration.minutes(1),
      }),
      new StatefulMember({ service: 'db', replicas: 3 }),
      new LogSidecar({ files: ['/logs/app.log'], native }),
    ],
  }).toSpec();

describe.each([true, false])(
  'AuthProxy, SocketCompanion, Migrate, StatefulMember and LogSidecar in one Pod, native: %p',
  (native) => {
    test.each(['1.30', '1.37'])('a server of %s has nothing to say', (kubernetesVersion) => {
      const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app' }, spec: stack(native) };
      expect(
        new ManifestValidator({ kubernetesVersion, rules: { resources: 'off' } }).validate(manifest),
      ).toEqual([]);
    });

    test('each time the same, without a name twice', () => {
      const spec = stack(native);
      expect(stack(native)).toEqual(spec);
      expect(spec.volumes!.map(({ name }) => name)).toEqual(['socket', 'member', 'logs']);
      expect(spec.initContainers!.map(({ name }) => name)).toEqual(
        native ? ['proxy', 'sql', 'member', 'log-sidecar', 'migrate'] : ['member', 'migrate'],
      );
    });

    test('the migration has what earlier patterns gave main', () => {
      const migration = stack(native).initContainers!.at(-1)!;
      expect(migration.env!.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
      expect(migration.volumeMounts).toEqual([{ name: 'socket', mountPath: '/run/sql', readOnly: true }]);
    });
  },
);
