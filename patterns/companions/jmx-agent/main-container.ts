import type { Container, ContainerPort, EnvVar } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';

/** Options that every JVM reads, in addition to those of its command line. */
const VARIABLE = 'JAVA_TOOL_OPTIONS';

/**
 * The main container with an agent and its port.
 *
 * @throws Error if it has the port, or has options of the JVM that are not known here
 */
export function withAgent(main: Container, agent: string, port: ContainerPort): Container {
  const { name, ports = [], env = [] } = main;
  if (ports.some(({ containerPort }) => containerPort === port.containerPort)) {
    throw misuse(
      'jmx-agent',
      `container "${name}" has port ${port.containerPort}, which is added with the agent: remove it, or set "port"`,
    );
  }
  return { ...main, ports: [...ports, port], env: withOption(name, env, agent) };
}

function withOption(container: string, env: readonly EnvVar[], agent: string): EnvVar[] {
  const given = env.find(({ name }) => name === VARIABLE);
  if (!given) return [...env, { name: VARIABLE, value: agent }];
  if (given.valueFrom) {
    throw misuse(
      'jmx-agent',
      `container "${container}" has ${VARIABLE} from another object, to which nothing can be added: set its value`,
    );
  }
  const value = given.value ? `${given.value} ${agent}` : agent;
  return env.map((variable) => (variable === given ? { ...variable, value } : variable));
}
