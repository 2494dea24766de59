import type { FieldPath } from '../path';
import type { Probe } from '../schema/types';
import type { Lint, LintedContainer } from './pod';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const HANDLERS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** A port by name is looked up among the container's own: without one of this name the probe never succeeds. */
export const PROBE_PORT_NAME: Lint = {
  id: 'probe-port-name',
  judge({ containers }, report) {
    for (const container of containers) {
      for (const { port, path } of probedPorts(container)) {
        if (typeof port !== 'string' || DIGITS.test(port) || container.spec.ports?.some(({ name }) => name === port)) continue;
        const names = container.spec.ports?.flatMap(({ name }) => name ?? []) ?? [];
        report(path, `the container has no port named "${port}": the probe never succeeds`, names.length ? `use ${names.map((name) => `"${name}"`).join(' or ')}` : `name one of its ports "${port}", or use the number`);
      }
    }
  },
};

const DIGITS = /^\d+$/;

/** The kubelet dials the Pod's address: what listens on localhost alone never answers. */
export const PROBE_LOCALHOST: Lint = {
  id: 'probe-localhost',
  judge({ containers }, report) {
    for (const container of containers) {
      if (!container.says('127.0.0.1') && !container.says('localhost')) continue;
      for (const { port, path, host } of probedPorts(container)) {
        const number = portNumber(port, container);
        if (host || number === undefined || !listensLocally(container, number)) continue;
        report(path, `the kubelet dials the Pod's address, and port ${number} listens on localhost only`, 'probe by exec, or probe a port that listens on all addresses');
      }
    }
  },
};

interface ProbedPort {
  readonly port: string | number | undefined;
  readonly host?: string;
  readonly path: FieldPath;
}

function probedPorts(container: LintedContainer): ProbedPort[] {
  const found: ProbedPort[] = [];
  for (const name of PROBES) {
    const probe: Probe | undefined = container.spec[name];
    const handler = probe && HANDLERS.find((candidate) => probe[candidate]);
    if (!handler) continue;
    const { port, host } = probe[handler] as { readonly port?: string | number; readonly host?: string };
    found.push({ port, host, path: container.path.child(name, handler, 'port') });
  }
  return found;
}

const portNumber = (port: string | number | undefined, { spec }: LintedContainer) =>
  (typeof port === 'string' ? spec.ports?.find(({ name }) => name === port)?.containerPort : port);

const LOCAL_FLAG = /^-{1,2}([\w.-]*(?:listen|bind|address|addr)[\w.-]*)[=\s](?:\w+:\/\/)?(?:127\.0\.0\.1|localhost):(\d+)$/;
const ELSEWHERE = /upstream|target|backend|server|remote|dest|redirect|forward/;

/** Whether a flag binds a port to localhost: `--listen-address=127.0.0.1:9100`, also of socat. */
function listensLocally({ spec: { command = [], args = [] } }: LintedContainer, port: number): boolean {
  const words = [...command, ...args];
  return words.some((word, index) => {
    const flag = LOCAL_FLAG.exec(word) ?? LOCAL_FLAG.exec(`${words[index - 1]} ${word}`);
    if (flag) return Number(flag[2]) === port && !ELSEWHERE.test(flag[1]);
    return /listen:/i.test(word) && word.toLowerCase().includes(`listen:${port},`) && /bind=(127\.0\.0\.1|localhost)/.test(word);
  });
}
