import { type App, Chart } from 'cdk8s';
import { Service } from 'cdk8s-plus-28';
import { Ambassador, Dependency, InitGate, type k8s, LogSidecar, Pod, Probe } from 'cdk8s-pod-patterns';

const main: k8s.Container = {
  name: 'api',
  image: 'ghcr.io/acme/api:1.4.2',
  readinessProbe: Probe.httpGet('/healthz', 8080),
};

export function addPods(app: App): void {
  const chart = new Chart(app, 'app', { disableResourceNameHashes: true });
  const api = new Pod(chart, 'api', {
    metadata: { labels: { app: 'api' } },
    main,
    patterns: [
      new InitGate({ waitFor: [Dependency.tcp('db', 5432)] }),
      new Ambassador({ container: { name: 'proxy', image: 'ghcr.io/acme/proxy:2' }, port: 5432 }),
    ],
  });
  api.template.add(new LogSidecar({ files: ['/var/log/api/api.log'] }));
  new Service(chart, 'service', { selector: api, ports: [{ port: 80, targetPort: 8080 }] });
}
