import { Duration } from 'cdk8s';
import {
  Adapter,
  Ambassador,
  AuthProxy,
  ConfigReloader,
  ContentSync,
  CopyFiles,
  Dependency,
  FixPermissions,
  InitGate,
  type k8s,
  LogSidecar,
  Migrate,
  type PodPattern,
  Probe,
  RenderConfig,
  SocketCompanion,
  StatefulMember,
} from '../../../lib';
import { restrictedMain } from '../judged-pod';

/** Which one of several of its class a pattern is, from 0 on, and whether its helper is a native sidecar. */
export interface Place {
  readonly nth: number;
  readonly native: boolean;
}

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } };

const helper = (name: string, image: string, fields: Partial<k8s.Container> = {}): k8s.Container => ({
  ...restrictedMain,
  name,
  image,
  resources: RESOURCES,
  ...fields,
});

/** Each pattern as a user has it, by its class; all of them go together in one Pod, and twice. */
export const PATTERNS: { readonly [name: string]: (place: Place) => PodPattern } = {
  Adapter: ({ nth, native }) =>
    new Adapter({
      container: helper(`exporter-${nth}`, 'nginx/nginx-prometheus-exporter:1.4.2', {
        ports: [{ containerPort: 9113 + nth }],
      }),
      share: '/var/log/app',
      probe: Probe.httpGet('/metrics', 9113 + nth),
      native,
    }),
  Ambassador: ({ nth, native }) =>
    new Ambassador({
      container: helper(`pgbouncer-${nth}`, 'registry.example.com/pgbouncer:1.24', {
        ports: [{ containerPort: 5432 + nth }],
      }),
      port: 5432 + nth,
      native,
    }),
  AuthProxy: ({ nth, native }) =>
    new AuthProxy({
      container: helper(`login-${nth}`, 'quay.io/oauth2-proxy/oauth2-proxy:v7.15.6'),
      port: 4180 + nth,
      upstreamPort: 8080 + nth,
      mainEnv: [{ name: `LISTEN_${nth}`, value: `127.0.0.1:${8080 + nth}` }],
      native,
    }),
  ConfigReloader: ({ native }) => new ConfigReloader({ watch: ['/etc/live'], process: 'app', native }),
  ContentSync: ({ nth, native }) =>
    new ContentSync({ repo: 'https://git.example.com/site', to: `/site-${nth}`, native }),
  CopyFiles: ({ nth }) =>
    new CopyFiles({
      image: 'registry.example.com/plugins:2',
      from: ['/plugins/'],
      to: `/opt/plugins-${nth}`,
    }),
  FixPermissions: () => new FixPermissions({ fsGroup: 1000, paths: ['/data'], user: 1000 }),
  InitGate: ({ nth }) =>
    new InitGate({
      name: `init-gate-${nth}`,
      waitFor: [Dependency.tcp('db', 5432), Dependency.http('http://api/ready')],
    }),
  LogSidecar: ({ nth, native }) =>
    new LogSidecar({ name: `log-sidecar-${nth}`, files: [`/var/log/app/${nth}.log`], native }),
  Migrate: ({ nth }) =>
    new Migrate({
      container: { name: `migrate-${nth}`, command: ['app', 'migrate'], resources: RESOURCES },
      envFromMain: true,
      mountsFromMain: true,
      timeout: Duration.minutes(5),
    }),
  RenderConfig: ({ nth }) =>
    new RenderConfig({
      to: `/etc/rendered-${nth}`,
      templates: { 'app.conf': 'db=${DB_HOST}' },
      env: [{ name: 'DB_HOST', value: 'db' }],
    }),
  SocketCompanion: ({ nth, native }) =>
    new SocketCompanion({
      container: helper(`sql-${nth}`, 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1'),
      socket: `/run/sql-${nth}/sql.sock`,
      native,
    }),
  StatefulMember: ({ nth }) =>
    new StatefulMember({ service: 'app', replicas: 3, directory: `/run/member-${nth}` }),
};

/** Patterns whose helper runs as long as the main container does, so that it can be a classic container. */
export const WITH_SIDECAR: readonly string[] = [
  'Adapter',
  'Ambassador',
  'AuthProxy',
  'ConfigReloader',
  'ContentSync',
  'LogSidecar',
  'SocketCompanion',
];
