import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import type { CREATE_QUOTA_FLAGS } from './flags';
import { goMap, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { resourceList } from '../../flag-values/resource-list';
import type { GeneratorInput } from '../generator-input';

/** kubectl create quota. */
export function generate({
  name,
  values,
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_QUOTA_FLAGS>): JsonObject {
  if (!name) throw new KubectlError('name must be specified');
  const hard = values.hard ? goMap(resourceList(values.hard)) : undefined;
  return {
    kind: 'ResourceQuota',
    apiVersion: 'v1',
    metadata: objectMeta({ name, namespace }, minor),
    spec: struct({ hard, scopes: scopesOf(values.scopes) }),
    status: {},
  };
}

/** parseScopes: any name is taken. */
function scopesOf(text: string): string[] | undefined {
  if (!text) return undefined;
  const scopes = text.split(',');
  if (scopes.includes('')) throw new KubectlError('invalid resource quota scope ""');
  return scopes;
}
