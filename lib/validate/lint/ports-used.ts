import type { LintedContainer } from './pod';

const LOCAL = /(?:localhost|127\.0\.0\.1|\[::1\])(?::| +)(\d{2,5})(?!\d)/g;
const SERVED = /(?:port|listen\w*|bind\w*|tcp|address|addr)(?:-listen)?[=:\s"]+(?:[\w.*-]*:)?(\d{2,5})(?!\d)/gi;

/** Ports of localhost that a container's environment or command names. */
export function localPortsOf(container: LintedContainer): ReadonlySet<number> {
  if (!container.saysLocalhost) return NONE;
  const { command = [], args = [], env = [] } = container.spec;
  const texts = [command.join(' '), args.join(' '), ...env.map(({ value = '' }) => value)];
  const named = texts.flatMap((text) => [...text.matchAll(LOCAL)].map(([, port]) => Number(port)));
  return new Set([...named, ...pairedPorts(container)]);
}

const NONE: ReadonlySet<number> = new Set();

/** `DB_HOST=127.0.0.1` with `DB_PORT=5432`. */
function pairedPorts({ spec: { env = [] } }: LintedContainer): number[] {
  const hosts = env.filter(({ name = '', value = '' }) => /HOST$/i.test(name) && (value === 'localhost' || value === '127.0.0.1'));
  const names = hosts.map(({ name = '' }) => name.replace(/HOST$/i, 'PORT').toUpperCase());
  return env.filter(({ name = '', value = '' }) => names.includes(name.toUpperCase()) && /^\d+$/.test(value)).map(({ value }) => Number(value));
}

/** Whether a container surely listens on a port: it declares it, or is told to in its command. */
export function serves({ spec: { ports = [], command = [], args = [] } }: LintedContainer, port: number): boolean {
  if (ports.some(({ containerPort }) => containerPort === port)) return true;
  const text = [...command, ...args].join(' ');
  return [...text.matchAll(SERVED)].some(([, number]) => Number(number) === port);
}
