import type { AnyObject } from '../../kinds/strategy';
import type { Kind } from '../../schema/schema';
import { namespaceOf } from '../known-objects';

/**
 * What stands for a manifest in a run: a second one of the same name is an update of the first. Those of
 * generated names are told apart by all that is in them.
 */
export function manifestKey(object: AnyObject, { apiVersion, kind }: Kind): string {
  const { name } = object.metadata ?? {};
  return [apiVersion, kind, namespaceOf(object), name || JSON.stringify(object)].join(' ');
}
