import type { Handler } from './handlers';
import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import { dialsHost } from './predicates';
import { listensLocally, portNumber } from './probes';

/** The kubelet dials for probes and hooks from the node's network, where localhost is the node itself. */
export const PROBE_HOST = defineRule<Lint>({
  id: 'probe-host',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a probe or hook whose `host` is localhost, in a Pod without `hostNetwork`',
  why: 'the kubelet makes the connection, so it reaches the node instead of the Pod',
  suggestion: "remove `host`: the default is the Pod's IP address",
  when: [dialsHost],
  judge({ containers, spec }, report) {
    if (spec.hostNetwork) return;
    for (const container of containers) {
      for (const dialed of dialedFor(container)) {
        if (!LOCAL_HOST.test(dialed.host)) continue;
        report(
          container.path.field(...dialed.fields),
          `the kubelet connects to "${dialed.host}" from the node: it reaches the node, not the Pod`,
          suggestionFor(container, dialed),
        );
      }
    }
  },
});

const LOCAL_HOST = /^(localhost|127(\.\d+){1,3}|0\.0\.0\.0|\[?::1?\]?|0:0:0:0:0:0:0:[01])\.?$/i;

interface Dialed {
  /** Fields that lead to the host from its container. */
  readonly fields: readonly string[];
  readonly host: string;
  readonly port: string | number | undefined;
  readonly use: Handler['use'];
}

/** What the kubelet dials for a container, with a host. It dials for no hook with tcpSocket. */
const dialedFor = ({ handlers }: LintedContainer): Dialed[] =>
  handlers.flatMap(({ use, fields, action: { httpGet, tcpSocket } }) => {
    const [form, { host, port }] = httpGet ? ['httpGet', httpGet] : ['tcpSocket', tcpSocket ?? {}];
    return host && (httpGet || use === 'probe')
      ? [{ use, fields: [...fields, form, 'host'], host, port }]
      : [];
  });

function suggestionFor(container: LintedContainer, { port, use }: Dialed): string {
  const number = portNumber(port, container);
  return number !== undefined && listensLocally(container, number)
    ? `use exec instead: port ${number} listens on localhost only`
    : `remove it: the ${use} then connects to the Pod's IP address; use exec if the port listens on localhost only`;
}
