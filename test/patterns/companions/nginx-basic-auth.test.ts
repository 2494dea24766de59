import { AuthProxies, AuthProxy, type NginxBasicAuthOptions, PodTemplate } from '../../../lib';

const proxy = (options: Partial<NginxBasicAuthOptions> = {}) =>
  AuthProxies.nginxBasicAuth({ upstreamPort: 3000, users: { name: 'web', key: 'users' }, ...options });
const configOf = (options?: Partial<NginxBasicAuthOptions>) => proxy(options).toConfigFiles()['nginx.conf'];

/** The directives of a location. */
function locationOf(config: string, location: string): string[] {
  const start = config.indexOf(`location ${location} {`);
  expect(start).toBeGreaterThan(0);
  const body = config.slice(start, config.indexOf('\n    }', start));
  return body
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

test('every path asks for the password, and main learns the name but not the password', () => {
  expect(locationOf(configOf(), '/')).toEqual([
    'auth_basic "Restricted";',
    'auth_basic_user_file /etc/nginx-basic-auth-users/htpasswd;',
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Real-IP $remote_addr;',
    'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    'proxy_set_header X-Forwarded-Proto $scheme;',
    'proxy_set_header Upgrade $http_upgrade;',
    'proxy_set_header Connection $connection_upgrade;',
    'proxy_set_header Authorization "";',
    'proxy_set_header X-Remote-User $remote_user;',
    'proxy_pass http://127.0.0.1:3000;',
  ]);
});

test('a public path asks for no password, and believes no name', () => {
  const config = configOf({ publicPaths: ['/healthz', '/static/*'] });
  for (const location of ['= /healthz', '^~ /static/']) {
    const directives = locationOf(config, location);
    expect(directives).toContain('proxy_set_header X-Remote-User "";');
    expect(directives.join()).not.toContain('auth_basic');
  }
});

test.each<[Partial<NginxBasicAuthOptions>, string]>([
  [{ realm: 'A "b" \\ c' }, 'auth_basic "A \\\\\\"b\\\\\\" \\\\\\\\ c";'],
  [{ passCredentials: true }, 'proxy_set_header Authorization $http_authorization;'],
  [{ timeoutSeconds: 5 }, 'proxy_read_timeout 5s;'],
  [{ drainSeconds: 7 }, 'worker_shutdown_timeout 7s;'],
  [{ port: 8081 }, 'listen 8081;'],
  [{ ipv6: true }, 'listen [::]:8080;'],
])('%j is in the configuration', (options, line) => {
  expect(configOf(options)).toContain(line);
  expect(configOf()).not.toContain(line);
});

test('the Pod: users from the Secret, a writable /tmp, time to drain', () => {
  const pod = new PodTemplate({
    main: { name: 'web', image: 'web:1' },
    patterns: [new AuthProxy({ container: proxy({ drainSeconds: 40 }) })],
  });
  expect(pod.volumes).toEqual(
    expect.arrayContaining([
      {
        name: 'nginx-basic-auth-users',
        secret: { secretName: 'web', items: [{ key: 'users', path: 'htpasswd' }] },
      },
      { name: 'nginx-basic-auth-tmp', emptyDir: { sizeLimit: '64Mi' } },
    ]),
  );
  expect(pod.tryField('terminationGracePeriodSeconds')).toBe(45);
  expect(pod.tryContainer('nginx-basic-auth')).toMatchObject({
    command: ['nginx', '-g', 'daemon off;', '-c', '/etc/nginx-basic-auth/nginx.conf'],
    readinessProbe: { httpGet: { path: '/-/nginx-health', port: 8080 } },
    securityContext: { runAsUser: 101 },
  });
});

test.each<[Partial<NginxBasicAuthOptions>, string]>([
  [{ upstreamPort: 8080 }, '"port" and "upstreamPort" are both 8080'],
  [{ realm: '$host' }, '"realm" is "$host": use one line of text without "$"'],
  [{ realm: 'a\nb' }, '"realm" is "a\\nb"'],
  [{ publicPaths: ['/a; return 200'] }, '"publicPaths" is "/a; return 200"'],
  [{ drainSeconds: 0 }, '"drainSeconds" is 0: use an integer of at least 1'],
  [{ users: 'web:$apr1$' as never }, 'users is a string: expected the key of a Secret'],
])('%j is refused', (options, message) => {
  expect(() => proxy(options)).toThrow(message);
});
