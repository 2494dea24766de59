/** Images that the cluster kit holds; no other can be pulled there. */
export const BUSYBOX = 'busybox:1.35';
export const NGINX = 'nginx:1.22';
export const PYTHON = 'python:3.11';
export const REDIS = 'redis:7';
export const SOCAT = 'alpine/socat';
export const TWEMPROXY = 'malexer/twemproxy';
/** Redis and PostgreSQL with their clients: `companion-images`. */
export const SERVERS = 'test/servers:13';
