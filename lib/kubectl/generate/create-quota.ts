import { KubectlError } from '../errors';
import { CREATE_QUOTA_FLAGS } from '../flags/create-policy';
import { goMap, objectMeta, struct } from '../go/object';
import { parseQuantityText } from '../go/quantity';
import type { Generator } from './generator';

/** kubectl create quota. */
export const CREATE_QUOTA: Generator<typeof CREATE_QUOTA_FLAGS> = {
  flags: CREATE_QUOTA_FLAGS,
  generate({ name, values, namespace, minor }) {
    if (!name) throw new KubectlError('name must be specified');
    const hard = values.hard ? goMap(resourceList(values.hard)) : undefined;
    return {
      kind: 'ResourceQuota',
      apiVersion: 'v1',
      metadata: objectMeta({ name, namespace }, minor),
      spec: struct({ hard, scopes: scopesOf(values.scopes) }),
      status: {},
    };
  },
};

/** Amounts by resource, as `cpu=1,memory=1Gi` (populateResourceListV1, 1.36). */
export function resourceList(text: string): [resource: string, quantity: string][] {
  return text.split(',').map((statement) => {
    const parts = statement.split('=');
    if (parts.length !== 2) {
      throw new KubectlError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
    }
    return [parts[0], parseQuantityText(parts[1])];
  });
}

/** parseScopes: any name is taken. */
function scopesOf(text: string): string[] | undefined {
  if (!text) return undefined;
  const scopes = text.split(',');
  if (scopes.includes('')) throw new KubectlError('invalid resource quota scope ""');
  return scopes;
}
