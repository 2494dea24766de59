import { ONE_DASH, type Program } from '../program';
import { oneDash, TWO_DASHES } from './one-dash';

/** Addresses that mean all of them, at the end of a word or before a port. */
const ALL = String.raw`(?:0\.0\.0\.0|\[?::\]?)(?=$|[\n&:])`;

/**
 * Flags of version 1 of the Cloud SQL Auth Proxy, and its program.
 * https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md
 */
const CLOUD_SQL_1 = {
  instances: 'the connection names as arguments, such as "project:region:instance?port=5432"',
  credential_file: '--credentials-file',
  dir: '--unix-socket',
  enable_iam_login: '--auto-iam-authn',
  fuse_tmp: '--fuse-tmp-dir',
  health_check_port: '--http-port, with --http-address=0.0.0.0',
  host: '--sqladmin-api-endpoint',
  ip_address_types: '--private-ip for private addresses',
  max_connections: '--max-connections',
  quota_project: '--quota-project',
  skip_failed_instance_config: '--skip-failed-instance-config',
  structured_logs: '--structured-logs',
  term_timeout: '--max-sigterm-delay',
  use_http_health_check: '--health-check',
  check_region: '',
  log_debug_stdout: '',
  projects: 'the connection names as arguments',
  refresh_config_throttle: '',
  verbose: '',
  '/cloud_sql_proxy': '/cloud-sql-proxy',
  [ONE_DASH]: TWO_DASHES,
};

/** Proxies, with the sources of what is said of each. */
export const PROXIES: readonly Program[] = [
  {
    // https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/README.md
    name: 'cloud-sql-proxy',
    images: ['cloud-sql-connectors/cloud-sql-proxy', 'cloud-sql-proxy'],
    oldest: '2.0.0',
    changes: [{ since: '2.0.0', fate: 'removed', names: CLOUD_SQL_1 }],
    everywhere: {
      argument: new RegExp(String.raw`^(?:(?:--address|-a)[=\n]|.*[?&]address=)${ALL}`, 'm'),
      variables: ['CSQL_PROXY_ADDRESS'],
      suggestion: 'remove the address: without it, it listens on 127.0.0.1',
    },
  },
  {
    // https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md
    name: 'gce-proxy',
    images: ['cloudsql-docker/gce-proxy', 'gce-proxy'],
    everywhere: {
      argument: new RegExp(String.raw`=tcp:${ALL}`),
      suggestion: 'write the port alone, as in "…=tcp:5432": it then listens on 127.0.0.1',
    },
  },
  {
    // https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/README.md
    name: 'alloydb-auth-proxy',
    images: ['alloydb-auth-proxy'],
    everywhere: {
      argument: new RegExp(String.raw`^(?:(?:--address|-a)[=\n]|.*[?&]address=)${ALL}`, 'm'),
      variables: ['ALLOYDB_PROXY_ADDRESS'],
      suggestion: 'remove the address: without it, it listens on 127.0.0.1',
    },
  },
  {
    // https://github.com/edoburu/docker-pgbouncer/blob/master/entrypoint.sh
    name: 'PgBouncer',
    images: ['edoburu/pgbouncer'],
    everywhere: {
      variables: ['LISTEN_ADDR'],
      suggestion: 'set it to 127.0.0.1, which all containers of the Pod reach',
    },
  },
  {
    // https://github.com/brancz/kube-rbac-proxy/blob/master/CHANGELOG.md, and for the flags without effect
    // https://github.com/brancz/kube-rbac-proxy/blob/master/cmd/kube-rbac-proxy/app/options/deprecated.go
    name: 'kube-rbac-proxy',
    images: ['kube-rbac-proxy'],
    changes: [
      {
        since: '0.16.0',
        fate: 'ignored',
        names: {
          logtostderr: '',
          alsologtostderr: '',
          'log-dir': '',
          'log-file': '',
          'log-file-max-size': '',
          'log-backtrace-at': '',
          'add-dir-header': '',
          'one-output': '',
          'skip-headers': '',
          'skip-log-headers': '',
          stderrthreshold: '',
        },
      },
      {
        since: '0.13.1',
        fate: 'deprecated',
        names: {
          'insecure-listen-address': '--secure-listen-address',
          'tls-reload-interval': '',
        },
      },
    ],
  },
  {
    // https://github.com/oauth2-proxy/oauth2-proxy/blob/master/CHANGELOG.md
    name: 'oauth2-proxy',
    images: ['oauth2-proxy', 'oauth2_proxy'],
    changes: [
      {
        since: '7.1.0',
        fate: 'deprecated',
        names: {
          'gcp-healthchecks': '--ping-path, or --ping-user-agent=GoogleHC/1.0',
          'signature-key': '',
        },
      },
      {
        since: '7.0.0',
        fate: 'deprecated',
        names: { 'skip-auth-regex': '--skip-auth-route', 'user-id-claim': '--oidc-email-claim' },
      },
      oneDash('6.0.0', 'removed'),
      {
        since: '4.0.0',
        fate: 'removed',
        names: { 'tls-key': '--tls-key-file', 'tls-cert': '--tls-cert-file' },
      },
    ],
    fixes: [
      {
        // https://github.com/oauth2-proxy/oauth2-proxy/security/advisories/GHSA-7rh7-c77v-6434
        version: '7.11.0',
        cve: 'CVE-2025-54576',
        about: 'query parameters bypass authentication if skip_auth_routes is set',
      },
      {
        // https://github.com/oauth2-proxy/oauth2-proxy/security/advisories/GHSA-5hvv-m4w4-gf6v
        version: '7.15.2',
        cve: 'CVE-2026-34457',
        about: 'a User-Agent header bypasses authentication if ping-user-agent or gcp-healthchecks is set',
      },
      {
        // https://github.com/oauth2-proxy/oauth2-proxy/security/advisories/GHSA-7x63-xv5r-3p2x
        from: '7.5.0',
        version: '7.15.2',
        cve: 'CVE-2026-40575',
        about: 'an X-Forwarded-Uri header bypasses authentication if reverse-proxy is set',
      },
    ],
  },
];
