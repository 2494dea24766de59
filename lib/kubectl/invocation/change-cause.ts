import type { Invocation } from './invocation';

/**
 * The command line as `--record` keeps it: the words, then every flag with its value (parseCommandArguments,
 * 1.36).
 */
export function changeCause({ path, args, given }: Pick<Invocation, 'path' | 'args' | 'given'>): string {
  return [
    path,
    ...args,
    ...given.filter(({ name }) => name !== 'kubernetes-version').map(({ name, text }) => `--${name}=${text}`),
  ].join(' ');
}
