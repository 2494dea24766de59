import { defineRule } from '../../rule';
import type { Lint, LintedContainer } from '../pod';
import { runsKnownProgram } from '../predicates';
import { isShell } from '../shell/process';
import type { Exporter } from './program';

/**
 * Prometheus finds a target for each declared port of a Pod, and PodMonitors choose among them: role `pod`,
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod.
 */
export const EXPORTER_PORT = defineRule<Lint>({
  id: 'exporter-port',
  stage: 'lint',
  section: 'helpers',
  level: 'info',
  mistake: 'an exporter whose port no container of the Pod declares',
  why: 'Prometheus and a PodMonitor find the targets of a Pod by its declared ports',
  suggestion: 'declare the port, with a name',
  when: [runsKnownProgram],
  judge({ running }, report) {
    const declared = new Set(
      running.flatMap(({ spec }) => spec.ports?.map(({ containerPort }) => containerPort) ?? []),
    );
    for (const container of running) {
      const { program } = container.knownProgram ?? {};
      const port = program?.exporter && portOf(container, program.exporter);
      if (!port || declared.has(port)) continue;
      const problem = container.spec.ports?.length ? 'not among its ports' : 'not declared';
      report(
        container.path.field('ports'),
        `${program!.name} serves its metrics on port ${port}, which is ${problem}`,
        `add {name: metrics, containerPort: ${port}}`,
      );
    }
  },
});

const ADDRESS = /--?web\.listen-address[=\s"']+([^\s"']+)/;

/** The port that an exporter serves on the Pod's IP address; undefined if that is not certain. */
function portOf(container: LintedContainer, { port, variable }: Exporter): number | undefined {
  const address = ADDRESS.exec(container.text)?.[1];
  if (address !== undefined) return portIn(address);
  const set = variable ? container.spec.env?.find(({ name }) => name === variable) : undefined;
  if (set) return portIn(set.value ?? '');
  return runsOwnProgram(container) ? port : undefined;
}

const runsOwnProgram = ({ spec: { command = [] } }: LintedContainer) =>
  !command.length || (!isShell(command[0]) && command[0].includes('exporter'));

/** The port of an address, unless it is one of localhost. */
function portIn(address: string): number | undefined {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  return port && !/^(localhost|127\.|\[::1\])/.test(host) ? Number(port) : undefined;
}
