import { UNPRIVILEGED } from '../blocks/hardening';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import { secretsOf } from './log-output/target';
import { assertShipper, targetsOf } from './log-shipper/checks';
import { HEALTH_PORT, STATE, vectorConfig } from './vector/config';
import type { VectorOptions } from './vector/options';

const DIRECTORY = '/etc/vector-config';
const FILE = 'vector.yaml';

/** Makes Vector. */
export function vector(options: VectorOptions): Companion {
  assertShipper(new OptionCheck('LogShippers.vector'), options);
  const { files, drainSeconds = 10, healthPort = HEALTH_PORT } = options;
  return new Companion(
    {
      container: {
        name: 'vector',
        image: 'docker.io/timberio/vector:0.57.0-distroless-libc',
        args: [`--config=${DIRECTORY}/${FILE}`, `--graceful-shutdown-limit-secs=${drainSeconds}`],
        env: [
          // The configuration is generated, and its only variables are secrets of its own.
          { name: 'VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION', value: 'true' },
          { name: 'VECTOR_LOG', value: 'warn' },
          ...targetsOf(options).flatMap(secretsOf),
        ],
        livenessProbe: { httpGet: { path: '/health', port: healthPort } },
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
        securityContext: UNPRIVILEGED,
      },
      listenPorts: [healthPort],
      files,
      config: { mountPath: DIRECTORY, files: { [FILE]: vectorConfig(options) } },
      statePath: STATE,
      asMainUser: true,
      drainSeconds,
    },
    options,
  );
}
