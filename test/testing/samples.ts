import { App, Chart } from 'cdk8s';
import { Ambassador, Deployment, Dependency, InitGate, type k8s, LogSidecar, Pod } from '../../lib';

export const MAIN: k8s.Container = {
  name: 'api',
  image: 'ghcr.io/acme/api:1.4.2',
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
};

/** A Deployment with an init gate, a native sidecar and its main container. */
export function stackChart(): Chart {
  const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
  new Deployment(chart, 'web', {
    replicas: 2,
    metadata: { labels: { app: 'web' } },
    pod: {
      main: MAIN,
      patterns: [
        new InitGate({ waitFor: [Dependency.tcp('db', 5432)] }),
        new Ambassador({
          container: { name: 'proxy', image: 'ghcr.io/acme/proxy:2', resources: MAIN.resources },
          port: 5432,
        }),
      ],
    },
  });
  return chart;
}

/** A Pod whose port no server takes. */
export function badChart(): Chart {
  const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
  new Pod(chart, 'web', { main: { ...MAIN, imgae: 'nginx', ports: [{ containerPort: 70000 }] } as never });
  return chart;
}

/** A Pod whose pattern brings an image without a tag. */
export function loggingChart(): Chart {
  const chart = new Chart(new App(), 'demo', { disableResourceNameHashes: true });
  new Pod(chart, 'web', {
    main: MAIN,
    patterns: [new LogSidecar({ files: ['/var/log/api.log'], image: 'busybox' })],
  });
  return chart;
}

export const podManifest = (container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ ...MAIN, ...container }] },
});
