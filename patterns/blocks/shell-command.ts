import type { Container } from '../../lib/k8s';

/**
 * A script and its arguments as command and args of a container. Arguments reach the script as they are,
 * whatever they hold: no shell reads them as code, and Kubernetes finds no `$(VARIABLE)` in them.
 *
 * @param name what the script calls itself in messages of the shell
 * @throws Error if the script has a `$(` or `$$`, which Kubernetes would read before the shell does
 */
export function shellCommand(
  name: string,
  script: string,
  args: readonly string[],
): Pick<Container, 'command' | 'args'> {
  if (EXPANSION.test(script)) {
    throw new Error(
      `the script ${name} contains $( or $$, which Kubernetes expands: use backquotes, expr or a variable`,
    );
  }
  return { command: ['/bin/sh', '-c', script, name], args: args.map(escapeExpansion) };
}

const EXPANSION = /\$[$(]/;

/**
 * Doubles each `$` that Kubernetes would take for the beginning of a variable (expansion.Expand,
 * third_party/forked/golang/expansion 1.36).
 */
export const escapeExpansion = (text: string) => text.replace(/\$(?=[$(])/g, '$$$$');
