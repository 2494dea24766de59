import type { k8s } from '../../../lib';
import { type Result, run } from './command';
import type { ContainerProcess } from './container-process';
import { POD_IP, type Sandbox } from './sandbox';

/** One try of a handler of a probe or hook, as kubelet makes it: networks by the IP address of the Pod. */
export async function tryHandler(
  handler: k8s.Probe | k8s.LifecycleHandler,
  container: ContainerProcess,
  sandbox: Sandbox,
  seconds = 1,
): Promise<Result> {
  const { exec, httpGet, tcpSocket } = handler;
  if (exec) return container.exec(exec.command ?? [], seconds);
  if (httpGet) return run(sandbox.inside(...curl(httpGet, container.spec, seconds)), seconds + 1);
  if (!tcpSocket) throw new Error(`no handler like ${JSON.stringify(handler)} here`);
  const port = String(portOf(tcpSocket.port, container.spec));
  const connect = ['bash', '-c', 'exec 3<>"/dev/tcp/$0/$1"', tcpSocket.host ?? POD_IP, port];
  return run(sandbox.inside(...connect), seconds);
}

function curl(
  { scheme = 'HTTP', host, port, path = '/', httpHeaders = [] }: k8s.HttpGetAction,
  spec: k8s.Container,
  seconds: number,
) {
  const headers = httpHeaders.flatMap(({ name, value }) => ['--header', `${name}: ${value}`]);
  const url = `${scheme.toLowerCase()}://${host ?? POD_IP}:${portOf(port, spec)}${path}`;
  return [
    'curl',
    '--silent',
    '--show-error',
    '--fail',
    '--insecure',
    '--max-time',
    String(seconds),
    ...headers,
    url,
  ];
}

function portOf(port: number | string, { name: container, ports = [] }: k8s.Container): number {
  if (typeof port === 'number') return port;
  const found = ports.find(({ name }) => name === port);
  if (!found) throw new Error(`container ${container} has no port ${JSON.stringify(port)}`);
  return found.containerPort;
}
