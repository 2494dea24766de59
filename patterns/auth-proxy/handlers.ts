import type { Container, Lifecycle, LifecycleHandler, Probe } from '../../lib/k8s';
import { misuse } from '../../lib/options/misuse';
import { isTcp } from './ports';

/** Where probes and hooks go that dialled the main container. */
export interface Redirection {
  readonly from: number;
  readonly to: number;
  readonly scheme?: 'HTTP' | 'HTTPS';
  readonly probes: 'refuse' | 'proxy' | 'keep';
}

type Handler = Probe & LifecycleHandler;

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;
const NETWORK = ['httpGet', 'tcpSocket', 'grpc'] as const;

/**
 * The container with its probes and hooks as they can be behind a proxy.
 *
 * @throws Error with the place of each that would not reach it any more
 */
export function redirectHandlers(main: Container, redirection: Redirection): Container {
  const redirected = (place: string, handler: Handler) => redirect(place, handler, main, redirection);
  const probes = PROBES.filter((name) => main[name]).map((name) => [name, redirected(name, main[name]!)]);
  return {
    ...main,
    ...Object.fromEntries(probes),
    ...(main.lifecycle ? { lifecycle: hooks(main.lifecycle, redirected) } : {}),
  };
}

function hooks(lifecycle: Lifecycle, redirected: (place: string, handler: Handler) => Handler): Lifecycle {
  const found = HOOKS.filter((name) => lifecycle[name]).map((name) => [
    name,
    redirected(`lifecycle.${name}`, lifecycle[name]!),
  ]);
  return { ...lifecycle, ...Object.fromEntries(found) };
}

function redirect(
  place: string,
  handler: Handler,
  main: Container,
  { from, to, scheme, probes }: Redirection,
): Handler {
  const kind = NETWORK.find((name) => handler[name] && connectsTo(handler[name], main, from));
  if (!kind) return handler;
  if (probes === 'keep') return { ...handler, [kind]: { ...handler[kind], port: from } };
  if (probes === 'proxy' && kind === 'httpGet') {
    return { ...handler, httpGet: { ...handler.httpGet!, port: to, ...(scheme ? { scheme } : {}) } };
  }
  throw misuse('AuthProxy', unreachableText(`${place}.${kind} of "${main.name}"`, from, kind === 'httpGet'));
}

/** Whether a handler dials the port on the Pod's IP, by number or by name. */
function connectsTo(
  { port, host }: { readonly port: number | string; readonly host?: string },
  { ports = [] }: Container,
  number: number,
): boolean {
  return (
    !host &&
    (String(port) === String(number) ||
      ports.some((declared) => isTcp(declared, number) && declared.name === port))
  );
}

function unreachableText(what: string, port: number, http: boolean): string {
  const through = http ? ', send it through the proxy with "probes: \'proxy\'"' : '';
  return `${what} connects to port ${port} on the Pod's IP address, but behind the proxy the container listens on 127.0.0.1 only: use an exec probe or another port${through}, or set "probes: 'keep'" if it listens on all addresses`;
}
