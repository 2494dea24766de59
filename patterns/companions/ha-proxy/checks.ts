import { isIP } from 'node:net';
import { assertNameForTls, assertTls } from '../base/client-tls';
import type { OptionCheck } from '../base/option-check';
import type { HaProxyBackend, HaProxyCheck, HaProxyServer } from './backend';

/** @throws Error if HAProxy would refuse a backend, or could not do what it says */
export function assertBackends(
  check: OptionCheck,
  backends: readonly HaProxyBackend[],
  followDns: boolean,
): void {
  check.notEmpty('backends', backends, 'one backend');
  backends.forEach((backend, index) => assertBackend(check, `backends[${index}]`, backend, followDns));
  check.distinct(backends.map(({ name }, index) => [`backends[${index}].name`, name] as const));
}

function assertBackend(check: OptionCheck, at: string, backend: HaProxyBackend, followDns: boolean): void {
  const { name, port, servers, tls, serverConnections, scheme } = backend;
  check.name(`${at}.name`, name);
  check.port(`${at}.port`, port);
  check.count(`${at}.serverConnections`, serverConnections, 1);
  check.scheme(`${at}.scheme`, scheme);
  check.notEmpty(`${at}.servers`, servers, 'one server');
  servers.forEach((server, index) => assertServer(check, `${at}.servers[${index}]`, server, followDns));
  if (tls) {
    assertTls(check, `${at}.tls.`, tls);
    servers.forEach(({ host }) => assertNameForTls(check, `${at}.tls.`, host, tls));
  }
  if (backend.check) assertHealthCheck(check, at, backend.check, tls !== undefined);
}

function assertServer(check: OptionCheck, at: string, server: HaProxyServer, followDns: boolean): void {
  const { host, port, weight } = server;
  check.host(`${at}.host`, host);
  check.port(`${at}.port`, port);
  check.count(`${at}.weight`, weight, 1);
  if (weight !== undefined && weight > 256) {
    check.fail(`${at}.weight`, weight, 'use an integer from 1 to 256');
  }
  if (followDns && !isIP(host) && !host.includes('.')) {
    check.fail(
      `${at}.host`,
      host,
      `use a fully qualified name with "followDns", such as "${host}.shop.svc.cluster.local"`,
    );
  }
}

function assertHealthCheck(check: OptionCheck, at: string, options: HaProxyCheck, tls: boolean): void {
  const { type = 'tcp', user } = options;
  for (const option of ['intervalSeconds', 'fall', 'rise'] as const) {
    check.count(`${at}.check.${option}`, options[option], 1);
  }
  const needsUser = type === 'mysql' || type === 'pgsql';
  if (needsUser && user === undefined) {
    check.contradiction(
      `"${at}.check.user" is missing: a check of type "${type}" needs a user of the server`,
    );
  }
  if (needsUser && tls) {
    check.contradiction(
      `"${at}.check.type" is "${type}", but the backend has "tls", which this protocol negotiates itself: remove "tls" and let the client use TLS`,
    );
  }
  if (user === undefined) return;
  if (!needsUser) {
    check.contradiction(`"${at}.check.user" is set, but a check of type "${type}" has no user: remove it`);
  }
  if (!/^[\w.@-]+$/.test(user)) {
    check.fail(`${at}.check.user`, user, 'use letters, digits, ".", "_", "@" and "-"');
  }
}
