import { KubectlError } from '../errors';

const isPair = (text: string) =>
  (text.includes('=') && !text.startsWith('=')) || (text.endsWith('-') && text !== '-');

/**
 * Takes arguments apart into names of resources and what is changed, which must come last
 * (cmdutil.GetResourcesAndPairs, 1.36).
 */
export function resourcesAndPairs(
  args: readonly string[],
  what: string,
): { readonly resources: readonly string[]; readonly pairs: readonly string[] } {
  const first = args.findIndex(isPair);
  if (first < 0) return { resources: args, pairs: [] };
  const late = args.slice(first).find((text) => !isPair(text));
  if (late !== undefined) {
    throw new KubectlError(`all resources must be specified before ${what} changes: ${late}`);
  }
  return { resources: args.slice(0, first), pairs: args.slice(first) };
}

export const BOTH_LOCAL_AND_SERVER =
  'cannot specify --local and --dry-run=server - did you mean --dry-run=client?';
export const BOTH_ALL_AND_SELECTOR = 'cannot set --all and --selector at the same time';
export const NO_RESOURCES_NAMED =
  'one or more resources must be specified as <resource> <name> or <resource>/<name>';
