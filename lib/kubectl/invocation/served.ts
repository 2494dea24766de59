import { quote } from '../../go/format';
import { covers, kindInLowerCase, kindOf } from '../../validate/schema/schema';
import { KubectlError } from '../errors';
import type { Manifest } from '../manifests/manifest';

/**
 * Refuses a kind that a server of a minor does not have (mapper.infoForData, and infoForObject for the items
 * of lists, cli-runtime 1.36).
 *
 * @throws KubectlError
 */
export function checkServed(
  { apiVersion, kind, name, namespace }: Manifest,
  minor: number,
  source?: string,
): void {
  if (
    isServed(apiVersion, kind, minor) ||
    (kind.endsWith('List') && (kind === 'List' || isServed(apiVersion, kind.slice(0, -'List'.length), minor)))
  ) {
    return;
  }
  const problem = `no matches for kind ${quote(kind)} in version ${quote(apiVersion)}`;
  if (source === undefined) throw new KubectlError(`unable to recognize ${problem}`);
  throw new KubectlError(
    `resource mapping not found for name: ${quote(name)} namespace: ${quote(namespace)} from ${quote(source)}: ${problem}\nensure CRDs are installed first`,
  );
}

/** Whether a server of a minor has the kind. */
export function isServed(apiVersion: string, kind: string, minor: number): boolean {
  const known = kindOf(apiVersion, kind);
  return (
    (known !== undefined && covers(known.minors, minor)) ||
    kindInLowerCase(apiVersion, kind, minor) !== undefined
  );
}
