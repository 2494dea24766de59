import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AuthProxies, AuthProxy } from '../../lib';
import { testWith } from '../support/needs';
import { pause } from './kubelet/command';
import { installed } from './kubelet/programs-root';
import { POD_IP, REMOTE_IP } from './kubelet/sandbox';
import { withPod } from './run-pod';
import { secret } from './servers';

const UPSTREAM = [join(__dirname, 'stubs/http.cjs'), '127.0.0.1', '3000'];
const curl = (...args: readonly string[]) => ['curl', '--silent', '--max-time', '20', ...args];
const CODE = ['--output', '/dev/null', '--write-out', '%{http_code}'];

describe('nginx', () => {
  const needs = installed('/usr/sbin/nginx');
  const URL = `http://${POD_IP}:8080`;
  const hash = execFileSync('openssl', ['passwd', '-apr1', 's3cret word'], { encoding: 'utf8' }).trim();
  const options = { stubs: [UPSTREAM], objects: [secret('web', { htpasswd: `jane:${hash}\n` })] };
  const companion = () =>
    AuthProxies.nginxBasicAuth({
      upstreamPort: 3000,
      users: { name: 'web', key: 'htpasswd' },
      realm: 'The "shop"',
      publicPaths: ['/healthz', '/static/*'],
    });
  const login = ['--user', 'jane:s3cret word'];

  testWith(needs, 'refuses, and admits who logs in, and everybody to public paths', async () => {
    await withPod([new AuthProxy({ container: companion() })], options, async (pod) => {
      await pod.ready('nginx-basic-auth');
      const code = (...args: readonly string[]) => pod.output(...curl(...CODE, ...args));
      expect(await code(`${URL}/`)).toBe('401');
      expect(await code('--user', 'jane:wrong', `${URL}/`)).toBe('401');
      expect(await code(`${URL}/healthz`)).toBe('200');
      expect(await code(`${URL}/healthz/more`)).toBe('401');
      expect(await code(`${URL}/static/a.css`)).toBe('200');
      expect(await pod.output(...curl('--head', `${URL}/`))).toContain('realm="The \\"shop\\""');
      const { headers } = JSON.parse(await pod.output(...curl(...login, `${URL}/a`))) as any;
      expect(headers['x-remote-user']).toBe('jane');
      expect(headers.authorization).toBeUndefined();
    });
  });

  testWith(needs, 'its end waits for a request', async () => {
    await withPod([new AuthProxy({ container: companion() })], options, async (pod) => {
      await pod.ready('nginx-basic-auth');
      const request = pod.output(...curl(...CODE, ...login, `${URL}/slow`));
      await pause(0.7);
      const ending = await pod.end('nginx-basic-auth');
      expect(await request).toBe('200');
      expect(ending).toMatchObject({ code: 0, killed: false });
    });
  });
});

describe('oauth2-proxy', () => {
  const needs = installed('/usr/local/bin/oauth2-proxy');
  const URL = `http://${POD_IP}:4180`;
  const ISSUER = 'http://login.example.com:8000';
  const options = {
    stubs: [UPSTREAM, [join(__dirname, 'stubs/oidc.cjs'), REMOTE_IP, '8000', ISSUER]],
    hosts: ['login.example.com'],
    objects: [secret('login', { 'client-secret': 'hush', 'cookie-secret': '0123456789abcdef' })],
  };
  const companionFor = (domain: string) =>
    AuthProxies.oauth2Proxy({
      upstreamPort: 3000,
      issuerUrl: ISSUER,
      clientId: 'web',
      clientSecret: { name: 'login', key: 'client-secret' },
      cookieSecret: { name: 'login', key: 'cookie-secret' },
      emailDomains: [domain],
      publicPaths: ['/healthz'],
      skipProviderButton: true,
      cookieSecure: false,
    });
  const session = ['--location', '--cookie-jar', '/tmp/jar', '--cookie', '/tmp/jar'];

  testWith(needs, 'refuses without a session, and admits with one of the provider', async () => {
    await withPod([new AuthProxy({ container: companionFor('example.com') })], options, async (pod) => {
      await pod.ready('oauth2-proxy');
      const code = (...args: readonly string[]) => pod.output(...curl(...CODE, ...args));
      expect(await code(`${URL}/`)).toBe('302');
      expect(await code(`${URL}/healthz`)).toBe('200');
      const { url, headers } = JSON.parse(await pod.output(...curl(...session, `${URL}/a?b=c`))) as any;
      expect(url).toBe('/a?b=c');
      expect(headers['x-forwarded-email']).toBe('user@example.com');
      expect(await code(...session, `${URL}/`)).toBe('200');
    });
  });

  testWith(needs, 'refuses a user of another domain', async () => {
    await withPod([new AuthProxy({ container: companionFor('example.org') })], options, async (pod) => {
      await pod.ready('oauth2-proxy');
      expect(await pod.output(...curl(...CODE, ...session, `${URL}/`))).toBe('403');
    });
  });

  testWith(needs, 'its end waits for a request', async () => {
    await withPod([new AuthProxy({ container: companionFor('example.com') })], options, async (pod) => {
      await pod.ready('oauth2-proxy');
      await pod.output(...curl(...session, `${URL}/`));
      const request = pod.output(...curl(...CODE, ...session, `${URL}/slow`));
      await pause(0.7);
      const ending = await pod.end('oauth2-proxy');
      expect(await request).toBe('200');
      expect(ending).toMatchObject({ killed: false });
    });
  });
});
