import type { LifecycleHandler, Probe } from '../schema/types';
import { portName } from '../../apimachinery/ports';
import { PROBES } from './handlers';
import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import { dialsPortByName, hasProbes, usesLocalhost } from './predicates';

/**
 * A port by name is looked up among the container's own: without one of this name the probe never succeeds.
 */
export const PROBE_PORT_NAME = defineRule<Lint>({
  id: 'probe-port-name',
  stage: 'lint',
  section: 'containers',
  level: 'error',
  mistake: 'a probe or hook refers to a port name that the container does not define',
  why: 'the kubelet cannot resolve the name, so the probe or hook never succeeds',
  suggestion: 'use the name of an existing port, or a number',
  when: [dialsPortByName],
  judge({ containers }, report) {
    for (const container of containers) {
      for (const { use, fields, action } of container.handlers) {
        const { port, handler } = target(action);
        if (typeof port !== 'string' || DIGITS.test(port) || (use === 'hook' && !action.httpGet)) continue;
        const names = container.spec.ports?.flatMap(({ name }) => name ?? []) ?? [];
        if (names.includes(port)) continue;
        const valid = names.filter((name) => portName(name).length === 0);
        report(
          container.path.field(...fields, handler, 'port'),
          `the container has no port named "${port}": the ${use} never succeeds`,
          valid.length
            ? `use ${valid.map((name) => `"${name}"`).join(' or ')}`
            : `name one of its ports "${port}", or use the number`,
        );
      }
    }
  },
});

const DIGITS = /^\d+$/;

/** The kubelet dials the Pod's address: what listens on localhost alone never answers. */
export const PROBE_LOCALHOST = defineRule<Lint>({
  id: 'probe-localhost',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a probe of a port that is served on localhost only',
  why: "the kubelet connects to the Pod's IP address, where nothing listens",
  suggestion: 'use an `exec` probe, or probe a port that listens on all addresses',
  when: [hasProbes, usesLocalhost],
  judge({ containers }, report) {
    for (const container of containers) {
      if (!container.saysLocalhost) continue;
      for (const probe of PROBES) {
        const { port, host, handler } = target(container.spec[probe]);
        const number = portNumber(port, container);
        if (host || number === undefined || !listensLocally(container, number)) continue;
        report(
          container.path.field(probe, handler, 'port'),
          `the kubelet connects to the Pod's IP address, but port ${number} listens on localhost only`,
          'use an exec probe, or probe a port that listens on all addresses',
        );
      }
    }
  },
});

interface Target {
  readonly port?: string | number;
  readonly host?: string;
  /** Field that has the port. */
  readonly handler: string;
}

/** What a probe dials. */
function target(probe: (Probe & LifecycleHandler) | undefined): Target {
  if (probe?.httpGet) return { port: probe.httpGet.port, host: probe.httpGet.host, handler: 'httpGet' };
  if (probe?.tcpSocket) {
    return { port: probe.tcpSocket.port, host: probe.tcpSocket.host, handler: 'tcpSocket' };
  }
  return probe?.grpc ? { port: probe.grpc.port, handler: 'grpc' } : NO_TARGET;
}

const NO_TARGET: Target = { handler: '' };

export const portNumber = (port: string | number | undefined, { spec }: LintedContainer) =>
  typeof port === 'string' ? spec.ports?.find(({ name }) => name === port)?.containerPort : port;

const LOCAL_FLAG =
  /^-{1,2}([\w.-]*(?:listen|bind|address|addr)[\w.-]*)[=\s](?:\w+:\/\/)?(?:127\.0\.0\.1|localhost):(\d+)$/;
const ELSEWHERE = /upstream|target|backend|server|remote|dest|redirect|forward/;

/** Whether a flag binds a port to localhost: `--listen-address=127.0.0.1:9100`, also of socat. */
export function listensLocally(
  { spec: { command = [], args = [] } }: LintedContainer,
  port: number,
): boolean {
  const words = [...command, ...args];
  return words.some((word, index) => {
    const flag = LOCAL_FLAG.exec(word) ?? LOCAL_FLAG.exec(`${words[index - 1]} ${word}`);
    if (flag) return Number(flag[2]) === port && !ELSEWHERE.test(flag[1]);
    return (
      /listen:/i.test(word) &&
      word.toLowerCase().includes(`listen:${port},`) &&
      /bind=(127\.0\.0\.1|localhost)/.test(word)
    );
  });
}
