import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import type { CREATE_FLAGS } from '../../flags/common';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';

/** kubectl create serviceaccount. */
export function generate({ name, namespace, minor }: GeneratorInput<typeof CREATE_FLAGS>): JsonObject {
  if (!name) throw new KubectlError('name must be specified');
  return { kind: 'ServiceAccount', apiVersion: 'v1', metadata: objectMeta({ name, namespace }, minor) };
}
