import { assertDirectory } from '../blocks/directory-path';
import { UNPRIVILEGED } from '../blocks/hardening';
import { flags } from './base/args';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of a watcher of mounted ConfigMaps and Secrets. */
export interface ConfigmapReloadOptions extends CompanionOptions {
  /**
   * Directories of the main container to watch: absolute paths, each the mount of a ConfigMap, a Secret or a
   * projected volume.
   */
  readonly watch: string[];

  /** URL to call after a change: `http://127.0.0.1:9090/-/reload`. */
  readonly url: string;

  /**
   * Method of the call.
   *
   * @default 'POST'
   */
  readonly method?: 'GET' | 'POST' | 'PUT';

  /**
   * Status code of a successful call.
   *
   * @default 200
   */
  readonly statusCode?: number;

  /**
   * Number of attempts, 10 seconds apart.
   *
   * @default 1
   */
  readonly attempts?: number;

  /**
   * Port of its metrics, at `/metrics`, and of its liveness probe.
   *
   * @default 9533
   */
  readonly port?: number;
}

/** Makes the watcher. */
export function configmapReload(options: ConfigmapReloadOptions): Companion {
  assertValid(options);
  const { watch, url, method, statusCode, attempts, port = 9533 } = options;
  return new Companion(
    {
      container: {
        name: 'configmap-reload',
        image: 'ghcr.io/jimmidyson/configmap-reload:v0.15.0',
        args: flags({
          'volume-dir': watch,
          'webhook-url': url,
          'webhook-method': method,
          'webhook-status-code': statusCode,
          'webhook-retries': attempts,
          'web.listen-address': `:${port}`,
        }),
        ports: [{ name: 'metrics', containerPort: port }],
        livenessProbe: { httpGet: { path: '/', port } },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
        securityContext: UNPRIVILEGED,
      },
      files: watch,
    },
    options,
  );
}

function assertValid(options: ConfigmapReloadOptions): void {
  const call = 'ConfigReloaders.configmapReload';
  const check = new OptionCheck(call);
  const { watch, url, statusCode } = options;
  check.notEmpty('watch', watch, 'one directory, such as "/etc/prometheus"');
  watch.forEach((path) => assertDirectory(call, `"watch"`, path));
  check.url('url', url);
  check.count('attempts', options.attempts, 1);
  check.port('port', options.port);
  if (statusCode !== undefined && !/^[1-5]\d\d$/.test(String(statusCode))) {
    check.fail('statusCode', statusCode, 'use a status code of HTTP, such as 200');
  }
}
