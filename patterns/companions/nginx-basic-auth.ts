import { UNPRIVILEGED } from '../blocks/hardening';
import { secretFile } from './base/secret-file';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import { basicAuthConfig, CONFIG_DIRECTORY, HEALTH_PATH, USERS_DIRECTORY } from './nginx-basic-auth/config';
import type { NginxBasicAuthOptions } from './nginx-basic-auth/options';

const NAME = 'nginx-basic-auth';

/** Makes the login. */
export function nginxBasicAuth(options: NginxBasicAuthOptions): Companion {
  assertValid(options);
  const { port = 8080, upstreamPort, users, drainSeconds = 20 } = options;
  const passwords = secretFile(`${options.name ?? NAME}-users`, users, USERS_DIRECTORY, 'htpasswd');
  const httpGet = { path: HEALTH_PATH, port };
  return new Companion(
    {
      container: {
        name: NAME,
        image: 'docker.io/nginxinc/nginx-unprivileged:1.29.8-alpine',
        command: ['nginx', '-g', 'daemon off;', '-c', `${CONFIG_DIRECTORY}/nginx.conf`],
        ports: [{ containerPort: port }],
        readinessProbe: { httpGet },
        livenessProbe: { httpGet },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 101, runAsGroup: 101 },
        volumeMounts: [passwords.mount],
      },
      upstreamPort,
      config: { mountPath: CONFIG_DIRECTORY, files: { 'nginx.conf': basicAuthConfig(options) } },
      volumes: [passwords.volume],
      writablePaths: ['/tmp'],
      drainSeconds,
    },
    options,
  );
}

function assertValid(options: NginxBasicAuthOptions): void {
  const check = new OptionCheck('AuthProxies.nginxBasicAuth');
  const { port = 8080, upstreamPort, realm } = options;
  check.port('port', port);
  check.port('upstreamPort', upstreamPort);
  check.differ({ port, upstreamPort });
  check.key('users', options.users);
  check.urlPaths('publicPaths', options.publicPaths);
  check.count('timeoutSeconds', options.timeoutSeconds, 1);
  check.count('drainSeconds', options.drainSeconds, 1);
  if (realm !== undefined && !/^[^$\p{Cc}]+$/u.test(realm)) {
    check.fail('realm', realm, 'use one line of text without "$", which nginx takes for a variable');
  }
}
