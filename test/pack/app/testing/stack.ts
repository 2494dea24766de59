import { ApiObject, App, Chart } from 'cdk8s';
import { Ambassador, Deployment } from 'cdk8s-pod-patterns';

const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };

export function stack(image = 'ghcr.io/acme/api:1.4.2'): Chart {
  const chart = new Chart(new App(), 'shop', { disableResourceNameHashes: true });
  new ApiObject(chart, 'space', { apiVersion: 'v1', kind: 'Namespace' });
  new Deployment(chart, 'api', {
    replicas: 1,
    metadata: { labels: { app: 'api' } },
    pod: {
      main: { name: 'api', image, resources },
      patterns: [
        new Ambassador({
          container: { name: 'proxy', image: 'ghcr.io/acme/proxy:2', resources },
          port: 5432,
        }),
      ],
    },
  });
  return chart;
}
