import { assertNameForTls, assertTls } from '../base/client-tls';
import type { OptionCheck } from '../base/option-check';
import type { EnvoyListener } from './listener';

/** @throws Error if Envoy would refuse a listener, or could not do what it says */
export function assertListeners(check: OptionCheck, listeners: readonly EnvoyListener[]): void {
  check.notEmpty('listeners', listeners, 'one listener');
  listeners.forEach((listener, index) => assertListener(check, `listeners[${index}]`, listener));
  check.distinct(listeners.map(({ name }, index) => [`listeners[${index}].name`, name] as const));
}

/** Options that are numbers, and the least that each can be. */
const COUNTS = {
  connectTimeoutSeconds: 1,
  requestTimeoutSeconds: 0,
  idleTimeoutSeconds: 1,
  retries: 0,
} as const;

function assertListener(check: OptionCheck, at: string, listener: EnvoyListener): void {
  const { name, port, hosts, tls, scheme } = listener;
  check.name(`${at}.name`, name);
  check.port(`${at}.port`, port);
  check.scheme(`${at}.scheme`, scheme);
  check.host(`${at}.hostHeader`, listener.hostHeader);
  Object.entries(COUNTS).forEach(([option, least]) =>
    check.count(`${at}.${option}`, listener[option as keyof typeof COUNTS], least),
  );
  check.notEmpty(`${at}.hosts`, hosts, 'one host');
  hosts.forEach(({ host, port: hostPort, weight }, index) => {
    check.host(`${at}.hosts[${index}].host`, host);
    check.port(`${at}.hosts[${index}].port`, hostPort);
    check.count(`${at}.hosts[${index}].weight`, weight, 1);
  });
  if (tls) {
    assertTls(check, `${at}.tls.`, tls);
    hosts.forEach(({ host }) => assertNameForTls(check, `${at}.tls.`, host, tls));
  }
  assertHealthCheck(check, at, listener);
  assertProtocol(check, at, listener);
}

function assertHealthCheck(check: OptionCheck, at: string, { healthCheck }: EnvoyListener): void {
  if (!healthCheck) return;
  const { path } = healthCheck;
  for (const option of ['intervalSeconds', 'unhealthyThreshold', 'healthyThreshold'] as const) {
    check.count(`${at}.healthCheck.${option}`, healthCheck[option], 1);
  }
  if (path !== undefined && !/^\/[!-~]*$/.test(path)) {
    check.fail(`${at}.healthCheck.path`, path, 'use a path that begins with "/", such as "/healthz"');
  }
}

const HTTP_ONLY = ['http2', 'requestTimeoutSeconds', 'retries', 'hostHeader'] as const;

function assertProtocol(check: OptionCheck, at: string, listener: EnvoyListener): void {
  if (listener.protocol === 'http') return;
  const option = HTTP_ONLY.find((name) => listener[name] !== undefined);
  if (option) {
    check.contradiction(
      `"${at}.${option}" is set, but "${at}.protocol" is "tcp": set the protocol to "http", or remove it`,
    );
  }
}
