import { Adapter, Adapters, type Companion, type k8s } from '../../lib';
import { testWith } from '../support/needs';
import { until } from './kubelet/command';
import type { PodRun } from './kubelet/pod-run';
import { installed } from './kubelet/programs-root';
import { POD_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { IDLE, mariadb, nginx, postgres, secret } from './servers';

/** With what is special in URLs, shells and SQL, but for what the exporters themselves cannot read. */
const PASSWORD = `pw"'$(HOME):@/%20#&=`;
const password = { name: 'server', key: 'password' };

/** Runs an exporter beside its server: its probes succeed, and its end is in time. */
async function metricsOf(
  companion: Companion,
  main: k8s.Container,
  body: (metrics: (sample: string) => Promise<string>, pod: PodRun) => Promise<void>,
): Promise<void> {
  const objects = [secret('server', { password: PASSWORD })];
  await withPod([new Adapter({ container: companion })], { main, objects }, async (pod) => {
    await pod.ready(companion.name);
    let last = '';
    const metrics = (sample: string) =>
      until(
        () => `${sample} in ${last}\n${pod.logs()}`,
        10,
        async () => {
          last = await pod.output('curl', '-sS', `http://${POD_IP}:${companion.port}/metrics`);
          return last.includes(`\n${sample}`) ? last : undefined;
        },
      );
    await body(metrics, pod);
    expect(await pod.end(companion.name)).toMatchObject({ killed: false });
  });
}

testWith(installed('/usr/bin/prometheus-nginx-exporter', '/usr/sbin/nginx'), 'nginx', async () => {
  const companion = Adapters.nginxMetrics({ constLabels: { site: 'a b' } });
  await metricsOf(companion, nginx('nginx'), async (metrics) => {
    expect(await metrics('nginx_up{site="a b"} 1')).toMatch(
      /\nnginx_http_requests_total\{site="a b"\} [1-9]/,
    );
  });
});

testWith(
  installed('/usr/bin/prometheus-postgres-exporter', '/usr/lib/postgresql/17/bin/postgres'),
  'PostgreSQL, with a collector more and one less',
  async () => {
    const companion = Adapters.postgresMetrics({
      username: 'app',
      password,
      collectors: { locks: false, postmaster: true },
    });
    await metricsOf(companion, postgres('postgres', PASSWORD, '127.0.0.1'), async (metrics) => {
      const text = await metrics('pg_up 1');
      expect(text).toContain('\npg_database_size_bytes{datname="postgres"}');
      expect(text).toContain('\npg_postmaster_start_time_seconds');
      expect(text).not.toContain('collector="locks"');
    });
  },
);

testWith(installed('/usr/bin/prometheus-mysqld-exporter', '/usr/sbin/mariadbd'), 'MariaDB', async () => {
  const companion = Adapters.mysqlMetrics({
    username: 'app',
    password,
    collectors: { 'info_schema.processlist': true },
  });
  await metricsOf(companion, mariadb('mariadb', PASSWORD), async (metrics) => {
    const text = await metrics('mysql_up 1');
    expect(text).toContain('\nmysql_global_status_uptime ');
    expect(text).toContain('collector="collect.info_schema.processlist"');
  });
});

testWith(installed('/usr/local/bin/statsd_exporter'), 'StatsD by UDP and TCP, with a mapping', async () => {
  const companion = Adapters.statsdMetrics({
    mappings: [{ match: 'shop.*.orders', name: 'orders_total', labels: { country: '$1' } }],
    mainEnv: { STATSD_HOST: 'host', STATSD_PORT: 'port' },
  });
  await metricsOf(companion, IDLE, async (metrics, pod) => {
    for (const [protocol, count] of Object.entries({ udp: 3, tcp: 4 })) {
      await pod.output(
        'bash',
        '-c',
        `echo 'shop.de.orders:${count}|c' > /dev/${protocol}/$STATSD_HOST/$STATSD_PORT`,
      );
    }
    await metrics('orders_total{country="de"} 7');
  });
});
