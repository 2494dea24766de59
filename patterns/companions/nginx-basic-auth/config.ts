import type { NginxBasicAuthOptions } from './options';

export const CONFIG_DIRECTORY = '/etc/nginx-basic-auth';
export const USERS_DIRECTORY = '/etc/nginx-basic-auth-users';

/** Answered by nginx itself, so that probes say how the proxy is and not the main container. */
export const HEALTH_PATH = '/-/nginx-health';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** The configuration of nginx. */
export function basicAuthConfig(options: NginxBasicAuthOptions): string {
  const { drainSeconds = 20, passCredentials = false } = options;
  return `worker_processes 1;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;
worker_shutdown_timeout ${drainSeconds}s;

events {
  worker_connections 1024;
}

http {
${TEMPORARY.map((kind) => `  ${kind}_temp_path /tmp/${kind};`).join('\n')}
  access_log /dev/stdout;
  server_tokens off;
  client_max_body_size 0;

  map $http_upgrade $connection_upgrade {
    default upgrade;
    '' '';
  }

  server {
${serverOf(options)}

    location / {
      auth_basic ${quoted(escaped(options.realm ?? 'Restricted'))};
      auth_basic_user_file ${USERS_DIRECTORY}/htpasswd;
${proxied(options, passCredentials ? '$http_authorization' : '""', '$remote_user')}
    }

    location = ${HEALTH_PATH} {
      access_log off;
      return 200 "ok\\n";
    }
${(options.publicPaths ?? []).map((path) => publicLocation(options, path)).join('')}  }
}
`;
}

function serverOf({ port = 8080, ipv6 = false, timeoutSeconds = 60 }: NginxBasicAuthOptions): string {
  return [
    `listen ${port};`,
    ...(ipv6 ? [`listen [::]:${port};`] : []),
    'proxy_http_version 1.1;',
    `proxy_read_timeout ${timeoutSeconds}s;`,
    `proxy_send_timeout ${timeoutSeconds}s;`,
  ]
    .map((line) => `    ${line}`)
    .join('\n');
}

const publicLocation = (options: NginxBasicAuthOptions, path: string) => `
    location ${path.endsWith('/*') ? `^~ ${path.slice(0, -1)}` : `= ${path}`} {
${proxied(options, '$http_authorization', '""')}
    }
`;

/** `$remote_user` is what a client claims, unless the location asks for the password. */
function proxied({ upstreamPort }: NginxBasicAuthOptions, authorization: string, user: string): string {
  const headers = [
    ['Host', '$http_host'],
    ['X-Real-IP', '$remote_addr'],
    ['X-Forwarded-For', '$proxy_add_x_forwarded_for'],
    ['X-Forwarded-Proto', '$scheme'],
    ['Upgrade', '$http_upgrade'],
    ['Connection', '$connection_upgrade'],
    ['Authorization', authorization],
    ['X-Remote-User', user],
  ];
  return [
    ...headers.map(([name, value]) => `proxy_set_header ${name} ${value};`),
    `proxy_pass http://127.0.0.1:${upstreamPort};`,
  ]
    .map((line) => `      ${line}`)
    .join('\n');
}

const escaped = (text: string) => text.replace(/["\\]/g, '\\$&');

/** A parameter of nginx, which puts the realm into a quoted string of HTTP as it is. */
const quoted = (text: string) => `"${escaped(text)}"`;
