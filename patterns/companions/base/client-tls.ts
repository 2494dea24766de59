import { isIP } from 'node:net';
import type { ConfigMapKeySelector, SecretKeySelector, Volume, VolumeMount } from '../../../lib/k8s';
import type { OptionCheck } from './option-check';

/** How a companion connects to a server with TLS. */
export interface ClientTlsOptions {
  /**
   * Key of a Secret that contains the certificates of the authorities that the companion trusts, in PEM
   * format.
   *
   * @default - the authorities of the image, unless `caConfigMap` is set
   */
  readonly caSecret?: SecretKeySelector;

  /**
   * Key of a ConfigMap that contains the certificates of the authorities that the companion trusts, in PEM
   * format.
   *
   * @default - the authorities of the image, unless `caSecret` is set
   */
  readonly caConfigMap?: ConfigMapKeySelector;

  /**
   * Name of a Secret of type `kubernetes.io/tls` that contains the client certificate and its key.
   *
   * @default - no client certificate
   */
  readonly clientSecret?: string;

  /**
   * Name that is sent as SNI and that the certificate of the server must contain.
   *
   * @default - the host
   */
  readonly serverName?: string;

  /**
   * Whether to verify the certificate of the server and the name in it. Without verification, anyone between
   * the Pod and the server can read and change the traffic.
   *
   * @default true
   */
  readonly verify?: boolean;
}

/** Authorities of Alpine, Debian and distroless images. */
const SYSTEM_CA = '/etc/ssl/certs/ca-certificates.crt';

/** Files for TLS, and the volume that contains those of the user. */
export interface TlsFiles {
  readonly ca: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly volumes: readonly Volume[];
  readonly mounts: readonly VolumeMount[];
}

/**
 * The key has the name of the certificate and `.key`, which is where HAProxy looks for it.
 *
 * @param name name of the volume
 * @param directory where the companion has it
 */
export function tlsFiles(name: string, directory: string, tls: ClientTlsOptions): TlsFiles {
  const { caSecret, caConfigMap, clientSecret } = tls;
  const ca = caSecret ?? caConfigMap;
  const items = ca && [{ key: ca.key, path: 'ca.pem' }];
  const sources = [
    ...(caSecret ? [{ secret: { name: caSecret.name, items } }] : []),
    ...(caConfigMap ? [{ configMap: { name: caConfigMap.name, items } }] : []),
    ...(clientSecret === undefined ? [] : [{ secret: { name: clientSecret, items: CLIENT_ITEMS } }]),
  ];
  const certificate = clientSecret === undefined ? undefined : `${directory}/client.pem`;
  return {
    ca: ca ? `${directory}/ca.pem` : SYSTEM_CA,
    ...(certificate ? { certificate, key: `${certificate}.key` } : {}),
    volumes: sources.length ? [{ name, projected: { sources } }] : [],
    mounts: sources.length ? [{ name, mountPath: directory, readOnly: true }] : [],
  };
}

const CLIENT_ITEMS = [
  { key: 'tls.crt', path: 'client.pem' },
  { key: 'tls.key', path: 'client.pem.key' },
];

/** Where the options of TLS are, for messages: `backends[0].tls.`, or nothing if they are not apart. */
export function assertTls(check: OptionCheck, at: string, tls: ClientTlsOptions): void {
  const { caSecret, caConfigMap, clientSecret, serverName, verify = true } = tls;
  check.key(`${at}caSecret`, caSecret);
  check.key(`${at}caConfigMap`, caConfigMap);
  check.notEmpty(`${at}clientSecret`, clientSecret, 'the name of a Secret');
  check.host(`${at}serverName`, serverName);
  if (caSecret && caConfigMap) {
    check.contradiction(`"${at}caSecret" and "${at}caConfigMap" are both set: keep one`);
  }
  if (!verify && (caSecret ?? caConfigMap)) {
    const ca = caSecret ? 'caSecret' : 'caConfigMap';
    check.contradiction(`"${at}verify" is false, but "${at}${ca}" is set: remove one`);
  }
}

/** For programs that compare only names with the certificate, not IP addresses. */
export function assertNameForTls(check: OptionCheck, at: string, host: string, tls: ClientTlsOptions): void {
  const { serverName, verify = true } = tls;
  if (verify && serverName === undefined && isIP(host)) {
    check.contradiction(
      `"${at}serverName" is missing: the server is ${host}, so set a DNS name that its certificate contains`,
    );
  }
}
