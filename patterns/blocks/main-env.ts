import type { EnvVar } from '../../lib/k8s';
import { misuse } from '../../lib/options/misuse';
import type { PodTemplate } from '../../lib/pod/pod-template';

/**
 * Adds variables to the main container.
 *
 * @throws Error if it has one with that name: the later of two would win, and the server warns about it
 */
export function addMainEnv(pod: PodTemplate, pattern: string, variables: readonly EnvVar[]): void {
  for (const variable of variables) {
    const { name, env = [] } = pod.main;
    if (env.some((other) => other.name === variable.name)) {
      throw misuse(
        pattern,
        `"mainEnv" sets ${variable.name}, which container "${name}" already sets: set it once`,
      );
    }
    pod.addEnv(name, variable);
  }
}
