import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { Service } from 'cdk8s-plus-28';
import { Dependency, InitGate, Pod, Probe } from '../../lib';
import type { Cluster } from './cluster';
import { BUSYBOX, REDIS } from './images';

const PORT = 6379;

/** A server that others wait for, and the Service that makes it known. */
export function database(name: string): { pod: string; service: string } {
  const chart = new Chart(new App(), 'database', { disableResourceNameHashes: true });
  const pod = new Pod(chart, 'pod', {
    metadata: { name, labels: { app: name } },
    main: {
      name: 'db',
      image: REDIS,
      ports: [{ containerPort: PORT }],
      readinessProbe: Probe.tcpSocket(PORT),
    },
  });
  const service = new Service(chart, 'service', {
    metadata: { name },
    selector: pod,
    ports: [{ port: PORT }],
  });
  return { pod: pod.toYaml(), service: Yaml.stringify(ApiObject.of(service).toJson()) };
}

/** A gate that waits for such a server. */
export const gateOn = (name: string) =>
  new InitGate({ image: BUSYBOX, waitFor: [Dependency.tcp(name, PORT)] });

/** Starts such a server; resolves once it is Ready. */
export async function start(cluster: Cluster, name: string): Promise<void> {
  const { service, pod } = database(name);
  await cluster.apply(service);
  await cluster.apply(pod);
  await cluster.wait(`pod/${name}`, 'condition=Ready');
}
