import { UNPRIVILEGED } from '../blocks/hardening';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import { fluentBitConfig, HEALTH_PORT } from './fluent-bit/config';
import type { FluentBitOptions } from './fluent-bit/options';
import { STATE } from './fluent-bit/state';
import { secretsOf } from './log-output/target';
import { assertShipper, targetsOf } from './log-shipper/checks';

const DIRECTORY = '/etc/fluent-bit';
const FILE = 'fluent-bit.yaml';

/** Makes Fluent Bit. */
export function fluentBit(options: FluentBitOptions): Companion {
  const check = new OptionCheck('LogShippers.fluentBit');
  assertShipper(check, options);
  check.count('flushSeconds', options.flushSeconds, 1);
  const { files, drainSeconds = 10, healthPort = HEALTH_PORT } = options;
  return new Companion(
    {
      container: {
        name: 'fluent-bit',
        image: 'docker.io/fluent/fluent-bit:5.1.1',
        command: ['/fluent-bit/bin/fluent-bit', '-c', `${DIRECTORY}/${FILE}`],
        env: targetsOf(options).flatMap(secretsOf),
        // Not /api/v1/health, which is about the servers of its outputs: a restart would not help them.
        livenessProbe: { httpGet: { path: '/', port: healthPort } },
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        securityContext: UNPRIVILEGED,
      },
      listenPorts: [healthPort],
      files,
      config: { mountPath: DIRECTORY, files: { [FILE]: fluentBitConfig(check, options) } },
      statePath: STATE,
      asMainUser: true,
      drainSeconds,
    },
    options,
  );
}
