import type { EnvVar } from '../schema/types';
import type { LintedContainer } from './pod';

const LOCAL = /(?:localhost|127\.0\.0\.1|\[::1\])(?::| +)(\d{2,5})(?!\d)/g;
const SERVED =
  /(?:port|listen\w*|bind\w*|tcp|address|addr)(?:-listen)?[=:\s"]+(?:[\w.*-]*:)?(\d{2,5})(?!\d)/gi;

/** Ports of localhost that a container's environment or command names. */
export function localPortsOf(container: LintedContainer): ReadonlySet<number> {
  return container.saysLocalhost
    ? new Set([...commandPortsOf(container), ...envPortsOf(container.spec.env ?? [])])
    : NONE;
}

/**
 * Ports of localhost that a container connects to where another one serves: a variable that the server has,
 * too, tells where it listens.
 */
export function portsSoughtFrom(server: LintedContainer, container: LintedContainer): ReadonlySet<number> {
  if (!container.saysLocalhost) return NONE;
  const known = new Map(server.spec.env?.map(({ name, value }) => [name, value]));
  const own =
    container.spec.env?.filter(({ name, value }) => !known.has(name) || known.get(name) !== value) ?? [];
  return new Set([...commandPortsOf(container), ...envPortsOf(own)]);
}

const portsIn = (text: string) => [...text.matchAll(LOCAL)].map(([, port]) => Number(port));

const commandPortsOf = ({ spec: { command = [], args = [] } }: LintedContainer) => [
  ...portsIn(command.join(' ')),
  ...portsIn(args.join(' ')),
];

const envPortsOf = (env: readonly EnvVar[]) => [
  ...env.flatMap(({ name = '', value = '' }) => (LISTENS.test(name) ? [] : portsIn(value))),
  ...pairedPorts(env),
];

/** Names of variables that tell a server its own address. */
const LISTENS = /(^|_)(LISTEN|BIND)/i;

const NONE: ReadonlySet<number> = new Set();

/** `DB_HOST=127.0.0.1` with `DB_PORT=5432`. */
function pairedPorts(env: readonly EnvVar[]): number[] {
  const hosts = env.filter(
    ({ name = '', value = '' }) =>
      /HOST$/i.test(name) && !LISTENS.test(name) && (value === 'localhost' || value === '127.0.0.1'),
  );
  const names = new Set(hosts.map(({ name = '' }) => name.replace(/HOST$/i, 'PORT').toUpperCase()));
  return env
    .filter(({ name = '', value = '' }) => names.has(name.toUpperCase()) && /^\d+$/.test(value))
    .map(({ value }) => Number(value));
}

/** Ports that a container definitely listens on: it declares them, or its command names them. */
export function servedPortsOf({
  spec: { ports = [], command = [], args = [] },
}: LintedContainer): ReadonlySet<number | undefined> {
  const told = [...[...command, ...args].join(' ').matchAll(SERVED)].map(([, number]) => Number(number));
  return new Set([...ports.map(({ containerPort }) => containerPort), ...told]);
}
