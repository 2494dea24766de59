import { type TlsFiles, tlsFiles } from '../base/client-tls';
import type { HaProxyBackend } from './backend';

/** Files of a backend with TLS. */
export const backendTls = (companion: string, { name, tls }: HaProxyBackend): TlsFiles | undefined =>
  tls && tlsFiles(`${companion}-${name}-tls`, `/etc/haproxy-tls/${name}`, tls);
